"use strict";

const form = document.querySelector("form");
const sheet = document.getElementById("sheet");
const state = document.getElementById("state");
const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4];
const said = document.body.dataset;

// What is kept when the page is loaded anew; without a store it is only forgotten.
const kept = {
  get: name => { try { return JSON.parse(sessionStorage.getItem(name)); } catch { return null; } },
  set: (name, value) => {
    try { sessionStorage.setItem(name, JSON.stringify(value)); } catch { /* forgotten */ }
  },
};

let source = null;
let newest = 0;
let picture = null;
// A number, or null for the width of the window.
let zoom = kept.get("zoom");

function query() {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  return new URLSearchParams(chosen).toString();
}

function tell(name) {
  state.className = name;
  state.textContent = said[name];
}

function list(name, lines) {
  const place = document.getElementById(name);
  place.querySelector("ul").replaceChildren(...lines.map(line => {
    const item = document.createElement("li");
    item.dir = "auto";
    item.textContent = line;
    return item;
  }));
  place.hidden = lines.length === 0;
}

function fitting() {
  const style = getComputedStyle(sheet);
  const room = sheet.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return Math.min(1, room / picture.own);
}

function setZoom(value) {
  zoom = value;
  kept.set("zoom", value);
  sheet.classList.toggle("fit", value === null);
  document.querySelector("[name=fit]").setAttribute("aria-pressed", String(value === null));
  if (!picture) return;
  // What is in the middle stays there.
  const before = picture.getBoundingClientRect().width || 1;
  const middle = [sheet.scrollLeft + sheet.clientWidth / 2, sheet.scrollTop + sheet.clientHeight / 2];
  const shown = value ?? fitting();
  picture.width = Math.round(picture.own * (value ?? 1));
  const ratio = picture.getBoundingClientRect().width / before;
  sheet.scrollTo({
    left: middle[0] * ratio - sheet.clientWidth / 2,
    top: middle[1] * ratio - sheet.clientHeight / 2,
    behavior: "instant",
  });
  document.querySelector("[name=level]").textContent = `${Math.round(shown * 100)}%`;
}

function step(direction) {
  if (!picture) return;
  const now = zoom ?? fitting();
  const next = direction > 0
    ? STEPS.find(one => one > now + 0.005)
    : STEPS.findLast(one => one < now - 0.005);
  setZoom(next ?? now);
}

function place(next, shot) {
  const isFirst = picture === null;
  const [left, top] = isFirst ? kept.get("scroll") ?? [0, 0] : [sheet.scrollLeft, sheet.scrollTop];
  next.alt = shot.alt;
  next.own = shot.width;
  next.width = Math.round(next.own * (zoom ?? 1));
  document.getElementById("none").hidden = true;
  if (isFirst) sheet.append(next);
  else picture.replaceWith(next);
  picture = next;
  sheet.scrollTo({left, top, behavior: "instant"});
  document.querySelector("[name=level]").textContent = `${Math.round((zoom ?? fitting()) * 100)}%`;
}

async function show(shot) {
  const turn = ++newest;
  document.title = shot.title;
  document.querySelector("h1").textContent = shot.title;
  list("faults", shot.faults);
  list("notes", shot.notes);
  document.getElementById("behind").hidden = shot.picture === null;
  sheet.classList.toggle("stale", shot.faults.length > 0);
  if (shot.picture === null) {
    picture?.remove();
    picture = null;
    document.getElementById("none").hidden = false;
  } else if (picture?.getAttribute("src") !== shot.picture) {
    // The old picture stands until the new one can be painted.
    const next = new Image();
    next.src = shot.picture;
    try { await next.decode(); } catch { return; }
    if (turn === newest) place(next, shot);
  }
  document.body.dataset.version = shot.version;
}

function listen() {
  source?.close();
  tell("waiting");
  document.getElementById("alone").href = `picture.svg?${query()}`;
  source = new EventSource(`events?${query()}`);
  source.addEventListener("open", () => tell("live"));
  source.addEventListener("message", event => show(JSON.parse(event.data)));
  source.addEventListener("error", () => tell("lost"));
}

form.addEventListener("change", event => {
  history.replaceState(null, "", query() ? `?${query()}` : "./");
  // The words around the picture change too.
  if (event.target.name === "language") location.reload();
  else listen();
});
document.querySelector("[name=fit]").addEventListener("click", () => setZoom(null));
document.querySelector("[name=smaller]").addEventListener("click", () => step(-1));
document.querySelector("[name=larger]").addEventListener("click", () => step(1));
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select")) return;
  if (event.key === "+" || event.key === "=") step(1);
  else if (event.key === "-") step(-1);
  else if (event.key === "0") setZoom(null);
});
sheet.addEventListener("wheel", event => {
  if (!event.ctrlKey) return;
  event.preventDefault();
  step(-event.deltaY);
}, {passive: false});
addEventListener("resize", () => { if (zoom === null) setZoom(null); });
addEventListener("pagehide", () => kept.set("scroll", [sheet.scrollLeft, sheet.scrollTop]));

setZoom(zoom);
listen();
