"""A long B2C line: a first flat from a developer, from the rent to the house-warming."""

import journeymap as jm

# Every figure, source, date and price below is invented for the example.
CRM = jm.Evidence(
    "measured",
    source="CRM, one phase of the estate",
    date="2026-06-30",
    sample_size=5200,
    link="https://example.com/reports/phase-2",
)
BUYERS = jm.Evidence("reported", source="Interviews with buyers", date="2026-05-21", sample_size=16)
LOST = jm.Evidence("reported", source="Calls to people who left", date="2026-05-28", sample_size=40)
VISITS = jm.Evidence("observed", source="Mystery visits", date="2026-06-11", sample_size=9)

REASON = jm.Stage(
    "Reason to move",
    id="reason",
    evidence=BUYERS,
    job=jm.Statement("Decide whether we can stop renting", evidence=BUYERS),
    triggers=[
        jm.Statement("A child is coming", evidence=BUYERS),
        jm.Statement("The landlord raises the rent", evidence=BUYERS),
    ],
    needs="A figure: what can we afford a month?",
    expectations="Somebody does the sums with us before selling",
    actions=[
        jm.Statement("Adds up savings and rent", evidence=BUYERS),
        jm.Statement("Asks parents and friends who bought", evidence=BUYERS),
        "Looks up what a mortgage costs",
    ],
    thoughts=jm.Statement("Twelve years of rent, and nothing is ours", evidence=BUYERS),
    touchpoints=[
        jm.Touchpoint("Friends who bought", channel="community", owner="third-party"),
        jm.Touchpoint("Bank’s loan page", channel="site", owner="third-party"),
        jm.Touchpoint(
            "Rent or buy: calculator",
            id="rent-or-buy",
            channel="site",
            status="proposed",
            tool="Page with the TCO of both",
            buyers=["Maya", "Tom"],
        ),
    ],
    emotions=[jm.Emotion("worry", -1, evidence=BUYERS), jm.Emotion("hope", 0.5)],
    motivations=[
        jm.Motivation("The instalment is close to the rent", evidence=CRM),
        jm.Motivation("A room for the child", kind="emotional", evidence=BUYERS),
    ],
    barriers=jm.Barrier(
        "Nobody knows the whole cost of buying",
        id="unknown-cost",
        mitigation="Calculator with fees, finishing and rent till the keys",
        evidence=BUYERS,
    ),
    concerns=jm.Concern(
        "A loan for twenty-five years",
        mitigation="A sheet: what a sale after five years leaves",
        evidence=BUYERS,
    ),
    importance=3,
    satisfaction=2.5,
    duration="1-3 months",
    active="2-4 days",
    waiting="1-3 months",
    involvement={"Maya": "decides", "Tom": "decides", "Tom’s parents": "informed"},
    messages="instalments",
    metrics=[
        jm.Metric("entered", planned="20000 households", evidence="assumption"),
        jm.Metric("conversion", planned="30%"),
    ],
    hypotheses=jm.Hypothesis(
        "Publish a rent-or-buy calculator",
        metric="visitors who look for a flat",
        guardrail="contracts signed",
        expected="5900 households",
        ice=jm.Ice(impact=6, confidence=5, ease=7),
        owner="Marketing",
        addresses=["unknown-cost", "rent-or-buy"],
    ),
    recommendations=jm.Recommendation(
        "Do the sums with people before selling",
        urgency="improve",
        owner="Marketing",
        addresses="unknown-cost",
    ),
    backstage=jm.Backstage(
        back="Analyst updates rents every quarter", support="Price feed of the city"
    ),
)

SEARCH = jm.Stage(
    "Search",
    id="search",
    job=jm.Statement("Get from two hundred flats to three", evidence=BUYERS),
    triggers="The sum is clear: up to 290,000 euros",
    needs=["Plans with dimensions", "The way to work in minutes"],
    expectations="The price on the page is the price",
    actions=[
        jm.Statement("Filters portals every evening", evidence=BUYERS),
        jm.Statement("Compares new flats with resale", evidence=BUYERS),
        jm.Statement("Reads what neighbours write", evidence=BUYERS),
    ],
    thoughts=[
        jm.Statement("“Price on request” means: not for us", evidence=LOST),
        "Who are these people? Do they finish what they start?",
    ],
    touchpoints=[
        jm.Touchpoint("Property portals", channel="search", owner="third-party"),
        jm.Touchpoint(
            "Our site with plans",
            channel="site",
            link="https://example.com/phase-2",
            buyers=["Maya", "Tom"],
        ),
        jm.Touchpoint("Other builders’ sites", channel="site", owner="competitor"),
        jm.Touchpoint("Forum of our last estate", channel="community", owner="third-party"),
        jm.Touchpoint(
            "Call within the hour",
            channel="phone",
            status="proposed",
            tool="Call-back queue in the CRM",
            backstage=jm.Backstage(
                front="One adviser from first call to keys",
                back="Shift plan for evenings",
                support="CRM queue",
            ),
        ),
    ],
    emotions=[
        jm.Emotion("tired of lists", -1, evidence=BUYERS),
        jm.Emotion("distrust", -1, evidence=LOST),
    ],
    motivations=[
        jm.Motivation("Three rooms for the price of two resale", evidence=CRM),
        jm.Motivation("Being the first to live there", kind="emotional"),
    ],
    barriers=[
        jm.Barrier(
            "Prices only on request",
            id="no-prices",
            mitigation=jm.Statement("A price at every flat on the plan", evidence=VISITS),
            evidence=LOST,
        ),
        jm.Barrier(
            "Resale flats can be seen, ours cannot",
            mitigation="Show flat and a video of each plan",
            evidence=LOST,
        ),
    ],
    concerns=jm.Concern(
        "The builder will cheat us",
        id="cheated",
        mitigation=jm.Statement(
            "Reviews from our last three estates, unedited",
            link="https://example.com/reviews",
        ),
        evidence=LOST,
    ),
    importance=4,
    satisfaction=2.2,
    duration="4-8 weeks",
    active="5-8 days",
    waiting="3-7 weeks",
    involvement={"Maya": "decides", "Tom": "consulted", "Tom’s parents": "informed"},
    messages=["escrow"],
    metrics=[
        jm.Metric("entered", planned="6000 households", measured="5200 households", evidence=CRM),
        jm.Metric("conversion", planned="15%", measured="12%", evidence=CRM),
        jm.Metric("answer to an enquiry", planned="1 hour", measured="19 hours", evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Show the price at every flat",
        metric="conversion",
        guardrail="contracts signed",
        expected="3%",
        rice=jm.Rice(reach=5200, impact=2, confidence="80%", effort=1),
        state="confirmed",
        owner="Site team",
        addresses="no-prices",
        evidence=CRM,
    ),
    recommendations=[
        jm.Recommendation(
            "Put prices on the plan of every floor",
            urgency="urgent",
            owner="Site team",
            addresses="no-prices",
            evidence=LOST,
        ),
        jm.Recommendation(
            "Link to the forum of the last estate", owner="Marketing", addresses="cheated"
        ),
    ],
    backstage=jm.Backstage(
        front="Adviser calls back",
        back="Plans and prices are checked daily",
        support=["CRM", "Flat database"],
    ),
)

VISIT = jm.Stage(
    "Site visit",
    id="visit",
    job=jm.Statement("Feel whether this can be home", evidence=BUYERS),
    triggers="A free Saturday and three addresses",
    needs="To see a finished flat, not a drawing",
    expectations=jm.Statement("Straight answers about dates", evidence=BUYERS),
    actions=[
        jm.Statement("Walks the way from the tram stop", evidence=VISITS),
        jm.Statement("Stands in the show flat and measures", evidence=VISITS),
        jm.Statement("Asks what happens if it is late", evidence=VISITS),
        jm.Statement("Reserves a flat for two weeks", evidence=CRM),
    ],
    thoughts=[
        jm.Statement("The cot would fit here", evidence=BUYERS),
        jm.Statement("She did not dodge the question about delays", evidence=BUYERS),
    ],
    touchpoints=[
        jm.Touchpoint(
            "Way to the site",
            channel=jm.Channel("other", name="On foot"),
            owner="third-party",
            emotions=jm.Emotion("unease", -0.5, evidence=VISITS),
        ),
        jm.Touchpoint(
            "Show flat",
            id="show-flat",
            channel="store",
            moment_of_truth=True,
            buyers=["Maya", "Tom", "Tom’s parents"],
            emotions=[jm.Emotion("joy", 2, evidence=BUYERS), jm.Emotion("surprise")],
            backstage=jm.Backstage(
                front="Adviser shows flaws as well",
                back="Cleaned and heated before visits",
                support="Visit calendar",
            ),
            evidence=VISITS,
        ),
        jm.Touchpoint(
            "Video tour with the adviser",
            channel="video",
            status="proposed",
            tool="Phone on a stabiliser, booking page",
            alternative_to="show-flat",
            buyers="Tom’s parents",
            emotions=jm.Emotion("curiosity", 1, who="Tom’s parents"),
        ),
        jm.Touchpoint(
            "Adviser",
            channel="sales",
            buyers=["Maya", "Tom"],
            emotions=jm.Emotion("trust", 1, evidence=VISITS),
        ),
    ],
    emotions=[
        jm.Emotion("longing", 1.5, evidence=BUYERS),
        jm.Emotion("doubt about dates", -0.5, evidence=VISITS),
    ],
    motivations=[
        jm.Motivation("Nursery and tram within five minutes", evidence=VISITS),
        jm.Motivation("Maya sees where the cot stands", kind="emotional", evidence=BUYERS),
    ],
    barriers=jm.Barrier(
        "Muddy site, no way for a pram",
        id="mud",
        mitigation="A paved path from the gate to the show flat",
        evidence=VISITS,
    ),
    concerns=jm.Concern(
        "Deadlines slip",
        id="delay",
        mitigation=jm.Statement("Penalty for each day late, in the contract", evidence=BUYERS),
        evidence=LOST,
    ),
    importance=5,
    satisfaction=4,
    moment_of_truth=True,
    duration="2-4 weeks",
    active="2-3 days",
    waiting="2-3 weeks",
    involvement=[
        jm.Involvement("Maya", "decides"),
        jm.Involvement("Tom", "decides", stance="sceptic"),
        jm.Involvement("Tom’s parents", "consulted", stance="sceptic"),
    ],
    messages=["late-penalty", "inspector"],
    metrics=[
        jm.Metric("entered", planned="900 households", measured="624 households", evidence=CRM),
        jm.Metric("conversion", planned="40%", measured="38%", evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Let the site manager answer about dates",
        metric="conversion",
        guardrail="cancelled reservations",
        expected="4%",
        ice=jm.Ice(impact=7, confidence=6, ease=8),
        state="running",
        owner="Sales",
        addresses="delay",
    ),
    recommendations=[
        jm.Recommendation(
            "Keep showing flaws and answering about delays",
            urgency="keep",
            owner="Sales",
            addresses="show-flat",
            evidence=VISITS,
        ),
        jm.Recommendation(
            "Pave the way before the autumn rain",
            urgency="urgent",
            owner="Site manager",
            addresses="mud",
        ),
    ],
    backstage=jm.Backstage(
        front=["Adviser", "Site manager on Saturdays"],
        back="Safety officer opens the path",
        support="Visit calendar",
    ),
    leads_to=[
        jm.Transition("search", when="The way to work is too long", share="21%", evidence=CRM),
        jm.Transition("contract", when="Pays without a loan"),
    ],
)

MORTGAGE = jm.Stage(
    "Mortgage",
    id="mortgage",
    job=jm.Statement("Get a yes from a bank before the reservation ends", evidence=BUYERS),
    triggers="The reservation runs for two weeks",
    needs="A list of papers, complete the first time",
    expectations="One person who knows where the file lies",
    actions=[
        jm.Statement("Collects payslips and statements", evidence=BUYERS),
        jm.Statement("Applies to two banks", evidence=CRM),
        "Waits for the valuation",
    ],
    thoughts=jm.Statement("If they refuse, the flat is gone", evidence=BUYERS),
    touchpoints=[
        jm.Touchpoint("Mortgage broker", channel="partner", owner="third-party", buyers="Maya"),
        jm.Touchpoint("Bank’s credit officer", channel="partner", owner="third-party"),
        jm.Touchpoint("Our papers for the bank", channel="document", buyers="Tom"),
        jm.Touchpoint(
            "One application to five banks",
            id="five-banks",
            channel="partner",
            status="proposed",
            tool="Broker platform, shared file",
            alternative_to="Bank’s credit officer",
        ),
    ],
    emotions=[
        jm.Emotion("fear of refusal", -2, evidence=BUYERS),
        jm.Emotion("powerlessness", -1.5, evidence=BUYERS),
    ],
    motivations=[
        jm.Motivation("Rate held for sixty days"),
        jm.Motivation("In their minds the flat is already theirs", kind="emotional"),
    ],
    barriers=jm.Barrier(
        "The bank asks for papers three times",
        id="papers",
        mitigation="A checklist for each bank, made with the bank",
        evidence=BUYERS,
    ),
    concerns=jm.Concern(
        "Mortgage refused",
        id="refused",
        mitigation="Deposit paid back in full if two banks refuse",
        evidence=LOST,
    ),
    importance=5,
    satisfaction=1.8,
    duration="2-4 weeks",
    active="3-4 days",
    waiting="2-3 weeks",
    involvement={
        "Maya": "consulted",
        "Tom": "consulted",
        "Tom’s parents": "decides",
        "Mortgage broker Eva": "consulted",
    },
    messages="refund",
    metrics=[
        jm.Metric("entered", planned="360 households", measured="237 households", evidence=CRM),
        jm.Metric("conversion", planned="85%", measured="76%", evidence=CRM),
        jm.Metric("time", planned="2 weeks", measured="3.5 weeks", evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Send one application to five banks",
        metric="conversion",
        guardrail="handed-over flats paid in full",
        expected="7%",
        rice=jm.Rice(reach=237, impact=3, confidence="60%", effort=2),
        owner="Partnerships",
        addresses=["refused", "five-banks"],
    ),
    recommendations=jm.Recommendation(
        "Agree on one list of papers with the banks",
        urgency="urgent",
        owner="Partnerships",
        addresses=["papers", "refused"],
        link="https://example.com/backlog/214",
    ),
    backstage=jm.Backstage(
        front="Adviser calls every Friday",
        back="Legal prepares the papers for the bank",
        support=["Broker platform", "Two partner banks"],
    ),
    notes={
        "Papers": [
            "Payslips of six months",
            jm.Statement("Our papers for the bank", evidence=CRM),
        ]
    },
    leads_to=jm.Transition(
        "search", when="The bank lends less than asked", share="9%", evidence=CRM
    ),
)

CONTRACT = jm.Stage(
    "Contract",
    id="contract",
    job="Sign without overlooking anything",
    triggers=jm.Statement("The bank says yes", evidence=BUYERS),
    needs="A contract that can be read in an evening",
    expectations="The notary explains, nobody hurries",
    actions=[
        jm.Statement("Reads the contract with a lawyer", evidence=BUYERS),
        jm.Statement("Signs at the notary", evidence=CRM),
        jm.Statement("Pays into the escrow account", evidence=CRM),
    ],
    thoughts=jm.Statement("All our savings. Please be real.", evidence=BUYERS),
    touchpoints=[
        jm.Touchpoint("Draft with notes in the margin", channel="document", buyers="Tom"),
        jm.Touchpoint(
            "Notary",
            channel="partner",
            owner="third-party",
            buyers=["Maya", "Tom"],
            emotions=jm.Emotion("solemn", 0.5, evidence=BUYERS),
        ),
        jm.Touchpoint(
            "Escrow account",
            id="escrow-account",
            channel="partner",
            owner="third-party",
            buyers="Tom’s parents",
            emotions=jm.Emotion("relief", 1.5, who="Tom’s parents", evidence=BUYERS),
        ),
    ],
    emotions=[
        jm.Emotion("finality", 0.5, evidence=BUYERS),
        jm.Emotion("gladness", 1, evidence=BUYERS),
    ],
    motivations=[
        jm.Motivation("The builder gets the money only with the keys", evidence=BUYERS),
        jm.Motivation("Two signatures, one family", kind="emotional"),
    ],
    barriers=jm.Barrier(
        "Sixty pages of legal language",
        id="sixty-pages",
        mitigation="Two pages in plain words on top",
        evidence=VISITS,
    ),
    concerns=jm.Concern(
        "The builder goes broke with our money",
        id="broke",
        mitigation="Escrow account: the bank holds it till handover",
        evidence=BUYERS,
    ),
    importance=5,
    satisfaction=3.6,
    duration="1-2 weeks",
    active="2 days",
    waiting="1-2 weeks",
    involvement={"Maya": "decides", "Tom": "decides", "Tom’s parents": "consulted"},
    messages=["escrow", "late-penalty"],
    metrics=[
        jm.Metric("entered", planned="306 households", measured="180 households", evidence=CRM),
        jm.Metric("conversion", planned="95%", measured="92%", evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Put two plain pages on top of the contract",
        metric="conversion",
        guardrail="disputes after handover",
        expected="3%",
        ice=jm.Ice(impact=5, confidence=7, ease=9),
        state="running",
        owner="Legal",
        addresses="sixty-pages",
    ),
    recommendations=jm.Recommendation(
        "Explain the escrow account on page one",
        urgency="improve",
        owner="Legal",
        addresses="broke",
    ),
    backstage=jm.Backstage(
        front="Adviser sits beside the buyers",
        back="Legal answers notes within a day",
        support=["Notary", "Escrow bank"],
    ),
    notes={"Papers": ["Contract with two plain pages on top", "Escrow agreement"]},
)

CONSTRUCTION = jm.Stage(
    "Construction",
    id="construction",
    job=jm.Statement("See it grow, and know when to give notice", evidence=BUYERS),
    triggers="The contract is registered",
    needs="A date to plan the move by",
    expectations="Bad news from us, not from the forum",
    actions=[
        jm.Statement("Drives past on Sundays", evidence=BUYERS),
        jm.Statement("Chooses floors and sockets", evidence=CRM),
        jm.Statement("Asks future neighbours what they heard", evidence=BUYERS),
    ],
    thoughts=[
        jm.Statement("The crane has not moved since Tuesday", evidence=BUYERS),
        "Rent and instalment at once: how long can we?",
    ],
    touchpoints=[
        jm.Touchpoint("Fence of the site", channel="store", buyers=["Maya", "Tom"]),
        jm.Touchpoint("Fit-out catalogue", channel="app", buyers="Maya"),
        jm.Touchpoint(
            "Letter with the new date",
            channel="email",
            emotions=jm.Emotion("anger", -2, evidence=BUYERS),
        ),
        jm.Touchpoint(
            "Monthly video from the site",
            id="site-video",
            channel="video",
            status="proposed",
            tool="Site camera, e-mail with one date",
            buyers=["Maya", "Tom", "Tom’s parents"],
            emotions=jm.Emotion("calm", 0.5),
        ),
        jm.Touchpoint(
            "Chat of future neighbours",
            channel="messenger",
            status="proposed",
            tool="Moderated group, site manager in it",
        ),
    ],
    emotions=[
        jm.Emotion("impatience", -0.5, evidence=BUYERS),
        jm.Emotion("fear of delay", -1.5, evidence=BUYERS),
    ],
    motivations=[
        jm.Motivation("Penalty covers a month of rent", evidence=CRM),
        jm.Motivation("Choosing their own floor", kind="emotional", evidence=BUYERS),
    ],
    barriers=[
        jm.Barrier(
            "Five months without a word",
            id="silence",
            mitigation="A video and one date on the first of the month",
            evidence=BUYERS,
        ),
        jm.Barrier(
            "Rent and instalment in the same month",
            mitigation="Interest only till the keys, agreed with the bank",
            evidence=BUYERS,
        ),
    ],
    concerns=jm.Concern(
        "Walls hide what was done badly",
        id="hidden-defects",
        mitigation="Photos of pipes and wires before they are closed",
        evidence=LOST,
    ),
    importance=4,
    satisfaction=2,
    duration="12-18 months",
    active="6-10 days",
    waiting="12-18 months",
    involvement={"Maya": "consulted", "Tom": "informed", "Tom’s parents": "informed"},
    messages="late-penalty",
    metrics=[
        jm.Metric("entered", planned="290 households", measured="166 households", evidence=CRM),
        jm.Metric("conversion", planned="99%", measured="97%", evidence=CRM),
        jm.Metric("delay", planned="0 weeks", measured="7 weeks", evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Send a video with one date every month",
        metric="calls about the date",
        guardrail="recommend us after handover",
        expected="-40%",
        rice=jm.Rice(reach=166, impact=1, confidence="80%", effort="0.5"),
        owner="Site manager",
        addresses=["silence", "site-video"],
    ),
    recommendations=jm.Recommendation(
        "Report every month, delays first",
        urgency="urgent",
        owner="Site manager",
        addresses="silence",
        evidence=BUYERS,
    ),
    backstage=jm.Backstage(
        front="Site manager writes the letter",
        back="Planner updates the date weekly",
        support=["Schedule", "Site camera", "General contractor"],
    ),
)

HANDOVER = jm.Stage(
    "Handover and home",
    id="handover",
    job=jm.Statement("Take over a flat without defects and move in", evidence=BUYERS),
    triggers="The invitation to the handover",
    needs=["Somebody on our side who knows walls", "Defects gone before the move"],
    expectations="Keys on the day in the letter",
    actions=[
        jm.Statement("Walks through with an inspector", evidence=VISITS),
        jm.Statement("Signs the list of defects", evidence=CRM),
        jm.Statement("Moves in, has friends round", evidence=BUYERS),
        jm.Statement("Recommends us, or warns", evidence=CRM),
    ],
    thoughts=[
        jm.Statement("Nineteen defects. He wrote them all down.", evidence=BUYERS),
        jm.Statement("First breakfast on the floor", evidence=BUYERS),
    ],
    touchpoints=[
        jm.Touchpoint(
            "Independent inspector",
            id="inspector-visit",
            channel="partner",
            owner="third-party",
            moment_of_truth=True,
            buyers=["Maya", "Tom"],
            emotions=jm.Emotion("tension", -1, evidence=VISITS),
            evidence=VISITS,
        ),
        jm.Touchpoint(
            "Keys",
            channel="sales",
            buyers=["Maya", "Tom"],
            emotions=jm.Emotion("pride", 2, evidence=BUYERS),
        ),
        jm.Touchpoint(
            "Defects in an app, with photos",
            id="defect-app",
            channel="app",
            status="proposed",
            tool="Form with photo and deadline",
            buyers="Tom",
            emotions=jm.Emotion("in control", 1),
        ),
        jm.Touchpoint(
            "House-warming card with a code",
            channel="partner",
            status="proposed",
            tool="Code for friends, one service year each",
        ),
        jm.Touchpoint("Repair service", channel="support", link="https://example.com/service"),
    ],
    emotions=[
        jm.Emotion("happiness", 2, evidence=BUYERS),
        jm.Emotion("exhaustion", -0.5, evidence=BUYERS),
        jm.Emotion("joy for the child", 1.5, who="Tom’s parents"),
        # Felt by all, but as a loss or as a release? Nobody has asked yet.
        jm.Emotion("farewell to the old flat"),
    ],
    motivations=[
        jm.Motivation("Five years of guarantee, in writing", evidence=CRM),
        jm.Motivation("The child’s first night in a room of its own", kind="emotional"),
    ],
    barriers=jm.Barrier(
        "Defects take nine weeks to fix",
        id="slow-repair",
        mitigation="A repair date for each defect, three weeks at most",
        evidence=CRM,
    ),
    concerns=jm.Concern(
        "Hidden defects show up after a year",
        id="late-defects",
        mitigation=jm.Statement("Independent inspector, paid by us; five-year guarantee"),
        evidence=BUYERS,
    ),
    importance=5,
    satisfaction=3.9,
    duration="1-3 months",
    active="10-15 days",
    waiting="3-9 weeks",
    involvement={"Maya": "decides", "Tom": "decides", "Tom’s parents": "informed"},
    messages="inspector",
    metrics=[
        jm.Metric("entered", planned="287 households", measured="161 households", evidence=CRM),
        jm.Metric("recommend us", planned="45%", measured="34%", evidence=CRM),
        jm.Metric("NPS", planned=40, measured=21, evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Show a repair date for each defect in the app",
        metric="recommend us",
        guardrail="cost of repair per flat",
        expected="8%",
        rice=jm.Rice(reach=161, impact=2, confidence="70%", effort="1.5"),
        owner="Service",
        addresses=["slow-repair", "defect-app"],
    ),
    recommendations=[
        jm.Recommendation(
            "Fix within three weeks, with a date for each",
            urgency="urgent",
            owner="Service",
            addresses="slow-repair",
            evidence=CRM,
        ),
        jm.Recommendation(
            "Keep paying for the independent inspector",
            urgency="keep",
            owner="Sales",
            addresses=["inspector-visit", "late-defects"],
            evidence=VISITS,
        ),
    ],
    backstage=jm.Backstage(
        front=["Foreman at the walk-through", "Adviser hands over the keys"],
        back="Crew for defects stands by",
        support=["Defect list", "Guarantee fund"],
    ),
    notes={"Papers": ["Signed list of defects", "Guarantee of five years"]},
)

journey = jm.Journey(
    "A first flat from the builder: from rent to keys",
    id="first-flat",
    link="https://example.com/maps/first-flat",
    evidence=BUYERS,
    kind="b2c",
    state="as-is",
    topology="linear",
    scenario=jm.Statement("Buy a flat that is still being built", evidence=CRM),
    language="en",
    segment=jm.Segment(
        "Renting couples before the first child",
        behavior=[
            jm.Statement("Compare the instalment with the rent", evidence=BUYERS),
            jm.Statement("Visit a site together, on a Saturday", evidence=VISITS),
            jm.Statement("Ask parents for a part of the deposit", evidence=CRM),
        ],
        description="Both work, savings for a fifth of the price, first property",
        size="20000 households",
        evidence=CRM,
    ),
    persona=jm.Persona(
        "Maya and Tom, 31 and 33, tenants",
        description="Teacher and technician; the child is due in spring",
        quote=jm.Statement("We can pay. We cannot afford a mistake.", evidence=BUYERS),
        need="Three rooms of their own near work",
        trigger=jm.Statement("A child is coming, the rent went up again", evidence=BUYERS),
        criteria=["Fixed price and date", "Under 35 minutes to work", "A nursery nearby"],
        fears=["Deadlines slip", "Being cheated", "Hidden defects", "Mortgage refused"],
        alternatives=["A resale flat", "Another builder", "Keep renting", "Move in with parents"],
    ),
    scale=jm.Scale(-2, 2, low_name="we back out", high_name="we are home"),
    # A second flat or a flat for a relative within ten years.
    repeat_rate="7%",
    updated="2026-07-06",
    buyers=[
        jm.Buyer(
            "Maya",
            id="maya",
            role="user",
            job="Make a home for the child",
            priorities=["Light and plan", "Nursery and tram"],
            concerns=jm.Concern("Not ready in time", mitigation="Penalty pays the rent"),
            language=["home", "the child’s room"],
            influence=5,
            stance="supporter",
        ),
        jm.Buyer(
            "Tom",
            role="technical",
            job="Find what is wrong with it",
            priorities=[jm.Statement("Build quality", evidence=BUYERS), "A contract without traps"],
            concerns=jm.Concern("Hidden defects", mitigation="Independent inspector"),
            language=["insulation", "clause", "tolerance"],
            influence=4,
            stance="sceptic",
        ),
        jm.Buyer(
            "Tom’s parents",
            id="parents",
            role="decider",
            job="Help without losing their savings",
            priorities="Safe money",
            concerns=jm.Concern("The builder goes broke", mitigation="Escrow account"),
            language="guarantee",
            influence=4,
            stance="sceptic",
        ),
        jm.Buyer(
            "Mortgage broker Eva",
            role="coach",
            job="Close a loan that holds",
            priorities="A complete file",
            concerns=jm.Concern("A late file", mitigation="A checklist for each bank"),
            language="debt-to-income",
            influence=3,
            stance="supporter",
        ),
    ],
    messages=[
        jm.Fab(
            "Instalments known before the visit",
            id="instalments",
            advantage="The family counts at home, not at a desk",
            benefits=[
                jm.Benefit(
                    "user",
                    "The child’s room fits the monthly sum",
                    answers="Make a home for the child",
                ),
                jm.Benefit("coach", "Income checked on day one", answers="A complete file"),
            ],
        ),
        jm.Fab(
            "Escrow account at a bank",
            id="escrow",
            advantage="We see the money only with the keys",
            benefits=[
                jm.Benefit("parents", "The gift is safe if we fail", answers="Safe money"),
                jm.Benefit(
                    "technical", "The bank checks us too", answers="A contract without traps"
                ),
            ],
            evidence=BUYERS,
        ),
        jm.Fab(
            "Penalty for each day late",
            id="late-penalty",
            advantage="A delay costs us more than it costs you",
            benefits=[
                jm.Benefit("Maya", "Your rent is paid until the keys", answers="Not ready in time")
            ],
        ),
        jm.Fab(
            "Deposit back if two banks refuse",
            id="refund",
            advantage="Trying costs nothing",
            benefits=[jm.Benefit("economic", "No cent is lost on a no", answers="Safe money")],
        ),
        jm.Fab(
            "Independent inspector, paid by us",
            id="inspector",
            advantage="Defects are found before you sign",
            benefits=[
                jm.Benefit(
                    "Tom",
                    "He measures every wall with you",
                    answers="Build quality",
                    evidence=VISITS,
                ),
                jm.Benefit(
                    "user",
                    "You move in once, after the repairs",
                    answers="Make a home for the child",
                ),
            ],
            link="https://example.com/inspector",
        ),
    ],
    stages=[REASON, SEARCH, VISIT, MORTGAGE, CONTRACT, CONSTRUCTION, HANDOVER],
    offers=[
        jm.Offer(
            "New flat from us",
            description="72 m², three rooms, 285000 EUR, keys in a year and a half",
            ours=True,
            costs=[
                jm.Cost("Down payment", "price", "57000 EUR", at=0),
                jm.Cost("Mortgage instalment", "price", "1180 EUR", every="month", start=0),
                jm.Cost("Notary and register", "implementation", "4300 EUR", at="0.1"),
                jm.Cost(
                    "Fit-out and kitchen",
                    "implementation",
                    "340 EUR",
                    low="250 EUR",
                    high="460 EUR",
                    at="1.5",
                    quantity=72,
                    unit="m²",
                ),
                jm.Cost(
                    "Rent until the keys",
                    "use",
                    "1100 EUR",
                    every="month",
                    start=0,
                    end="1.5",
                    evidence=BUYERS,
                ),
                jm.Cost(
                    "Service charge", "use", "150 EUR", every="month", start="1.5", growth="3%"
                ),
                jm.Cost("Repairs after the guarantee", "repair", "700 EUR", every="year", start=7),
                jm.Cost(
                    "What a sale leaves after the loan",
                    "exit",
                    "-165000 EUR",
                    low="-200000 EUR",
                    high="-125000 EUR",
                    at=10,
                ),
            ],
        ),
        jm.Offer(
            "Resale flat",
            description="68 m², thirty years old, free now, 270000 EUR",
            costs=[
                jm.Cost("Down payment", "price", "54000 EUR", at=0),
                jm.Cost("Mortgage instalment", "price", "1120 EUR", every="month", start=0),
                jm.Cost("Agent, notary and register", "implementation", "12200 EUR", at=0),
                jm.Cost(
                    "Renovation",
                    "implementation",
                    "520 EUR",
                    low="380 EUR",
                    high="800 EUR",
                    at="0.25",
                    quantity=68,
                    unit="m²",
                ),
                jm.Cost("Service charge", "use", "210 EUR", every="month", growth="3%"),
                jm.Cost("Repairs", "repair", "1600 EUR", every="year", growth="3%"),
                jm.Cost(
                    "What a sale leaves after the loan",
                    "exit",
                    "-140000 EUR",
                    low="-175000 EUR",
                    high="-100000 EUR",
                    at=10,
                ),
            ],
        ),
        jm.Offer(
            "Keep renting",
            description="Three rooms in the same district",
            costs=[
                jm.Cost("Rent", "use", "1350 EUR", every="month", growth="4%"),
                jm.Cost("Moving, every three years or so", "Moving", "800 EUR", every="year"),
            ],
        ),
    ],
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
