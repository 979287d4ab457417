"""A B2B purchase: from lost leads to the first results of sales automation."""

import journeymap as jm

# Every figure, source, date and price below is invented for the example.
CRM = jm.Evidence("measured", source="CRM and site analytics", date="2026-03-31", sample_size=1480)
INTERVIEWS = jm.Evidence(
    "reported", source="Interviews with buyers", date="2026-03-12", sample_size=14
)
SHOPPER = jm.Evidence("observed", source="Mystery shopper", date="2026-03-18", sample_size=6)

# What three ways cost over five years. All amounts are invented, and the evidence says so.
# A guess has a low and a high end; wages grow by 10% a year, fees by 5%.
INVENTED = jm.Evidence("assumption", source="Invented for this example")

NEED_RECOGNITION = jm.Stage(
    "Need recognition",
    job=jm.Statement("Find a simple way to stop losing leads", evidence=INTERVIEWS),
    actions=jm.Statement("Searches “how to automate sales”", evidence=CRM),
    thoughts=jm.Statement("There are dozens of these. Which one is for us?", evidence=INTERVIEWS),
    touchpoints=[
        jm.Touchpoint("Search results (SEO, ads)", channel="search"),
        jm.Touchpoint("Social media", channel="social"),
    ],
    emotions=[jm.Emotion("confusion", -1), jm.Emotion("distrust", -1)],
    barriers=jm.Barrier(
        "Ads promise, pages do not explain",
        mitigation="A page for each pain, with a two-minute demo",
        id="vague-pages",
        evidence=SHOPPER,
    ),
    importance=3,
    duration="1-2 weeks",
    involvement={"CFO": "informed", "IT lead": "informed", "Sales reps": "decides"},
    metrics=[
        jm.Metric("entered", measured="1480 leads a month", evidence=CRM),
        jm.Metric("conversion", planned="40%", measured="34%", evidence=CRM),
    ],
    recommendations=jm.Recommendation(
        "Strengthen SEO content and run ads that speak to the pain",
        urgency="improve",
        owner="Marketing",
        addresses="vague-pages",
    ),
)

COMPARING_OPTIONS = jm.Stage(
    "Comparing options",
    job=jm.Statement(
        "Be sure that the solution fits and does not cost too much", evidence=INTERVIEWS
    ),
    actions=[
        jm.Statement("Compares price plans", evidence=CRM),
        jm.Statement("Reads reviews", evidence=INTERVIEWS),
        "Looks for a demo",
    ],
    thoughts=jm.Statement("Just tell me what it costs for twenty people.", evidence=INTERVIEWS),
    touchpoints=[
        jm.Touchpoint("Competitors’ sites", channel="site", owner="competitor"),
        jm.Touchpoint("Video reviews", channel="video", owner="third-party"),
        jm.Touchpoint(
            "Intro webinar",
            channel="webinar",
            status="proposed",
            tool="Webinar platform, a live demo",
            buyers=["CFO", "Sales reps"],
        ),
    ],
    emotions=[
        jm.Emotion("irritation", -2, evidence=INTERVIEWS),
        jm.Emotion("acute pain", -2, evidence=INTERVIEWS),
    ],
    barriers=[
        jm.Barrier(
            "Nine price plans, none for us",
            mitigation="Three plans, chosen by team size",
            id="nine-plans",
            evidence=SHOPPER,
        ),
        jm.Barrier(
            "Cannot see what it pays back",
            mitigation="ROI calculator on the price page",
            id="no-payback",
            evidence=INTERVIEWS,
        ),
    ],
    concerns=jm.Concern("Hidden costs", mitigation="All fees in one table, price fixed for a year"),
    importance=5,
    duration="2-4 weeks",
    involvement={"CFO": "consulted", "IT lead": "consulted", "Sales reps": "decides"},
    messages=["Leads from every channel in one queue", "Telephony and mail built in"],
    metrics=[
        jm.Metric("entered", measured="503 leads a month", evidence=CRM),
        jm.Metric("conversion", planned="45%", measured="35.4%", evidence=CRM),
    ],
    hypotheses=jm.Hypothesis(
        "Show three price plans instead of nine",
        metric="conversion",
        expected="8%",
        guardrail="deals won a month",
        ice=jm.Ice(impact=7, confidence=6, ease=5),
        state="running",
        owner="Product marketing",
        addresses="nine-plans",
    ),
    recommendations=jm.Recommendation(
        "Simplify the price plans. Build an ROI calculator",
        urgency="urgent",
        owner="Product marketing",
        addresses=["nine-plans", "no-payback"],
    ),
)

PURCHASE_DECISION = jm.Stage(
    "Purchase decision",
    job=jm.Statement("Start working with the product quickly and safely", evidence=INTERVIEWS),
    actions=[
        jm.Statement("Takes the trial", evidence=CRM),
        jm.Statement("Talks to a manager", evidence=CRM),
        jm.Statement("Asks for an invoice", evidence=CRM),
    ],
    thoughts="If the reps use it in the trial, I sign.",
    touchpoints=[
        jm.Touchpoint("Sales team", channel="sales", buyers=["CFO", "IT lead"]),
        jm.Touchpoint("Trial version", channel="trial", buyers=["IT lead", "Sales reps"]),
        jm.Touchpoint("Documents", channel="document", buyers=["CFO", "IT lead"]),
    ],
    emotions=[jm.Emotion("anticipation", 2), jm.Emotion("slight nerves", 0)],
    barriers=jm.Barrier(
        "Waits two days for an answer",
        mitigation="An answer within 15 minutes in working hours",
        id="slow-answer",
        evidence=SHOPPER,
    ),
    concerns=jm.Concern(
        "The team will sabotage it", mitigation="A pilot with two volunteers first"
    ),
    importance=4,
    moment_of_truth=True,
    duration="2-3 weeks",
    involvement=[
        jm.Involvement("CFO", "decides", stance="supporter"),
        jm.Involvement("IT lead", "consulted", stance="sceptic"),
        jm.Involvement("Sales reps", "informed"),
    ],
    messages=["Hosted in the country, certified", "Open API, all data out in a click"],
    metrics=[
        jm.Metric("entered", measured="178 leads a month", evidence=CRM),
        jm.Metric("conversion", planned="80%", measured="75.3%", evidence=CRM),
        jm.Metric(
            "time to the first answer", planned="4 hours", measured="48 hours", evidence=SHOPPER
        ),
    ],
    recommendations=jm.Recommendation(
        "Answer instantly. Keep the contract clear and short",
        urgency="improve",
        owner="Sales",
        addresses="slow-answer",
    ),
    backstage=jm.Backstage(
        front="A manager answers, sends the contract",
        back="A lawyer reads every change",
        support="CRM, e-signature",
    ),
)

ONBOARDING = jm.Stage(
    "Onboarding and use",
    job=jm.Statement(
        "Get the first results as fast as possible and feel the efficiency", evidence=INTERVIEWS
    ),
    actions=[
        jm.Statement("Sets up integrations", evidence=CRM),
        "Enters data",
        jm.Statement("Asks support questions", evidence=CRM),
    ],
    thoughts=jm.Statement("A lot of typing. But yesterday no lead was lost.", evidence=INTERVIEWS),
    touchpoints=[
        jm.Touchpoint("Onboarding e-mails", channel="email", buyers="Sales reps"),
        jm.Touchpoint(
            "Support chat",
            channel="chat",
            buyers="Sales reps",
            backstage=jm.Backstage(
                front="An agent answers within an hour",
                back="An engineer looks into the hard cases",
            ),
        ),
        jm.Touchpoint("Knowledge base", channel="knowledge-base", buyers="IT lead"),
    ],
    emotions=[jm.Emotion("tired", 0), jm.Emotion("satisfied", 2)],
    barriers=jm.Barrier(
        "Nobody owns the launch",
        mitigation="A launch plan with a name on each line",
        id="no-owner",
        evidence=INTERVIEWS,
    ),
    importance=5,
    duration="2-4 weeks",
    involvement={"CFO": "informed", "IT lead": "consulted", "Sales reps": "decides"},
    messages="A success manager for 90 days",
    metrics=[
        jm.Metric("entered", measured="134 leads a month", evidence=CRM),
        jm.Metric("conversion", planned="90%", measured="84%", evidence=CRM),
    ],
    recommendations=jm.Recommendation(
        "Automate onboarding. Give each client a success manager",
        urgency="keep",
        owner="Customer success",
        addresses="no-owner",
    ),
    backstage=jm.Backstage(
        back="A launch engineer connects mail and telephony",
        support="Help desk, call recording",
    ),
)

journey = jm.Journey(
    "Buying sales automation: from lost leads to first results",
    kind="b2b",
    state="as-is",
    segment=jm.Segment(
        "Growing companies losing leads",
        behavior=[
            jm.Statement("Answer a new lead after four hours or more", evidence=SHOPPER),
            "Keep leads in chats and spreadsheets",
            "Hire a rep before they fix the process",
        ],
    ),
    persona=jm.Persona(
        "Head of Sales, 40-person company",
        quote=jm.Statement("Leads get lost between chats and spreadsheets.", evidence=INTERVIEWS),
        need=jm.Statement("Stop losing leads without hiring", evidence=INTERVIEWS),
        trigger=jm.Statement("A big deal lost to a forgotten call-back", evidence=INTERVIEWS),
        criteria=["Clear pricing", "Quick start", "Russian-language support"],
        fears=["Hidden costs", "The team will sabotage it"],
        alternatives=["Stay with spreadsheets", "Take a cheaper CRM", "Hire an assistant"],
    ),
    buyers=[
        jm.Buyer(
            "CFO",
            role="economic",
            priorities=["ROI", "TCO", "Money for money"],
            concerns=jm.Concern("Hidden costs", evidence=INTERVIEWS),
            language=["payback", "budget", "cash flow"],
            influence=5,
            stance="neutral",
        ),
        jm.Buyer(
            "IT lead",
            role="technical",
            priorities=["Stability", "Security", "Standards"],
            concerns=jm.Concern("Locked in with one vendor", evidence=INTERVIEWS),
            language=["audit", "API", "recovery"],
            influence=3,
            stance="neutral",
        ),
        jm.Buyer(
            "Sales reps",
            role="user",
            priorities=["Ease of use", "Less typing"],
            # No benefit answers this one yet: a gap, which the coverage of the messages names.
            concerns=jm.Concern("Watched at every call", evidence=INTERVIEWS),
            language=["my clients", "deals", "calls"],
            influence=4,
            stance="sceptic",
        ),
    ],
    messages=[
        jm.Fab(
            "Leads from every channel in one queue",
            advantage="Nothing waits in a private chat",
            benefits=[
                jm.Benefit("economic", "12% fewer lost leads pay for the licence", answers="ROI"),
                jm.Benefit("technical", "One log of who did what", answers="Security"),
                jm.Benefit("user", "My clients in one window, not in five", answers="Less typing"),
            ],
        ),
        jm.Fab(
            "Telephony and mail built in",
            advantage="No second vendor to integrate",
            benefits=[
                jm.Benefit("economic", "One contract instead of three", answers="Hidden costs"),
                jm.Benefit("technical", "One vendor to audit", answers="Security"),
                jm.Benefit("user", "One click to call, the record is there", answers="Ease of use"),
            ],
        ),
        jm.Fab(
            "Hosted in the country, certified",
            advantage="Meets the regulator’s rules from day one",
            benefits=[
                jm.Benefit("economic", "No fine, no second project", answers="Money for money"),
                jm.Benefit("technical", "Passes the audit as it is", answers="Standards"),
                jm.Benefit("user", "Opens at once, with no VPN", answers="Ease of use"),
            ],
        ),
        jm.Fab(
            "A success manager for 90 days",
            advantage="First results in two weeks",
            benefits=[
                jm.Benefit("economic", "The money works from the first quarter", answers="ROI"),
                jm.Benefit("technical", "Somebody of theirs owns the launch", answers="Stability"),
                jm.Benefit("user", "I am taught on my own deals", answers="Ease of use"),
            ],
        ),
        jm.Fab(
            "Open API, all data out in a click",
            advantage="No project to connect, none to leave",
            benefits=[
                jm.Benefit("economic", "To leave costs a day, not a project", answers="TCO"),
                jm.Benefit(
                    "technical",
                    "Open formats tie us to nobody",
                    answers="Locked in with one vendor",
                ),
                jm.Benefit("user", "My report fills itself", answers="Less typing"),
            ],
        ),
    ],
    stages=[NEED_RECOGNITION, COMPARING_OPTIONS, PURCHASE_DECISION, ONBOARDING],
    offers=[
        jm.Offer(
            "Our CRM",
            description="Twenty seats, telephony and mail included; invented figures",
            ours=True,
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Licences",
                    "price",
                    "1200 RUB",
                    every="month",
                    growth="5%",
                    quantity=20,
                    unit="seat",
                ),
                jm.Cost("Headsets", "price", "6500 RUB", quantity=20, unit="seat"),
                jm.Cost(
                    "Implementation",
                    "implementation",
                    "560000 RUB",
                    low="480000 RUB",
                    high="720000 RUB",
                ),
                jm.Cost("Training", "use", "4500 RUB", quantity=20, unit="seat"),
                jm.Cost(
                    "Administrator, a day a week",
                    "use",
                    "120000 RUB",
                    low="90000 RUB",
                    high="160000 RUB",
                    every="year",
                    growth="10%",
                ),
                jm.Cost("Support and repair", "repair", "70000 RUB", every="year", growth="5%"),
                jm.Cost(
                    "Moving the data out",
                    "exit",
                    "50000 RUB",
                    low="20000 RUB",
                    high="90000 RUB",
                    at=5,
                ),
                jm.Cost("Headsets sold on", "exit", "-1000 RUB", at=5, quantity=20, unit="seat"),
            ],
            gains=[
                jm.Gain(
                    "A deal a month not lost",
                    "12000 RUB",
                    low="5000 RUB",
                    high="18000 RUB",
                    every="month",
                    start=0.5,
                ),
                jm.Gain(
                    "Hours on reports saved",
                    "1200 RUB",
                    low="700 RUB",
                    high="1500 RUB",
                    every="month",
                    growth="10%",
                    quantity=4,
                    unit="hour",
                ),
            ],
        ),
        jm.Offer(
            "Cheaper rival",
            description="Twenty seats; telephony and mail from other vendors; invented figures",
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Licences",
                    "price",
                    "850 RUB",
                    every="month",
                    growth="5%",
                    quantity=20,
                    unit="seat",
                ),
                jm.Cost("Headsets", "price", "6500 RUB", quantity=20, unit="seat"),
                jm.Cost(
                    "Implementation and connectors",
                    "implementation",
                    "320000 RUB",
                    low="280000 RUB",
                    high="520000 RUB",
                ),
                jm.Cost("Training", "use", "3000 RUB", quantity=20, unit="seat"),
                jm.Cost(
                    "Administrator, a day and a half",
                    "use",
                    "180000 RUB",
                    low="140000 RUB",
                    high="260000 RUB",
                    every="year",
                    growth="10%",
                ),
                jm.Cost(
                    "Support by the hour, repair of connectors",
                    "repair",
                    "250000 RUB",
                    low="190000 RUB",
                    high="380000 RUB",
                    every="year",
                    growth="5%",
                ),
                jm.Cost(
                    "Unpicking the connectors",
                    "exit",
                    "140000 RUB",
                    low="80000 RUB",
                    high="250000 RUB",
                    at=5,
                ),
                jm.Cost("Headsets sold on", "exit", "-1000 RUB", at=5, quantity=20, unit="seat"),
            ],
            gains=[
                jm.Gain(
                    "A deal a quarter not lost",
                    "12000 RUB",
                    low="5000 RUB",
                    high="18000 RUB",
                    every="quarter",
                    start=0.5,
                ),
                jm.Gain(
                    "Hours on reports saved",
                    "1200 RUB",
                    low="700 RUB",
                    high="1500 RUB",
                    every="month",
                    growth="10%",
                    quantity=2,
                    unit="hour",
                ),
            ],
        ),
        jm.Offer(
            "As today: spreadsheets",
            description="No new purchase; lost deals are not counted; invented figures",
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Copying leads by hand, an hour a week",
                    "use",
                    "23000 RUB",
                    low="16000 RUB",
                    high="31000 RUB",
                    every="year",
                    growth="10%",
                    quantity=20,
                    unit="seat",
                ),
                jm.Cost(
                    "Looking for lost data, half a post",
                    "repair",
                    "420000 RUB",
                    low="300000 RUB",
                    high="520000 RUB",
                    every="year",
                    growth="10%",
                ),
            ],
        ),
    ],
    tco=jm.Terms(5, discount_rate="12%", units="20 seats"),
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
