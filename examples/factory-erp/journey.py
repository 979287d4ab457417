"""A large B2B map: twelve stages from the first pain to the next purchase of an ERP."""

import journeymap as jm

# Every figure, source and price below is invented for the example.
OBSERVED = jm.Evidence("observed", "Visits to plants", date="2026-02-12", sample_size=6)
REPORTED = jm.Evidence("reported", "Talks with buyers", date="2026-03-20", sample_size=17)
MEASURED = jm.Evidence("measured", "CRM", date="2026-04-30", sample_size=212)
INVENTED = jm.Evidence("assumption", "Invented for this example")

journey = jm.Journey(
    "One system for six factories: choosing and introducing an ERP",
    kind="b2b",
    flow=jm.Flow(detail="stages"),
    segment=jm.Segment(
        "Manufacturers with several plants and grown software",
        behavior=[
            "Close the books three weeks after the month",
            jm.Statement("Keep stock in spreadsheets beside the system", evidence=OBSERVED),
        ],
        size="740 companies",
    ),
    persona=jm.Persona(
        "Head of Operations, group of six plants",
        quote=jm.Statement("Each plant has its own truth.", evidence=REPORTED),
        need="One stock, one plan, one set of books",
        trigger=jm.Statement("An audit found 4 million in stock twice", evidence=REPORTED),
        criteria=[
            "Fits discrete manufacturing",
            "References of our size",
            "Total cost over seven years",
        ],
        fears=["Production stops at the switch", "The project eats the best people"],
        alternatives=["Go on with six systems", "Build connections", "Buy for finance alone"],
    ),
    buyers=[
        jm.Buyer(
            "CFO", role=["economic"], priorities=["Total cost of ownership", "Books in five days"]
        ),
        jm.Buyer("IT director", role=["technical"], priorities=["Security", "Open interfaces"]),
        jm.Buyer("Plant managers", role=["user"], priorities=["No stop of production"]),
        jm.Buyer("Project office", role=["coach"], priorities=["A plan that holds"]),
    ],
    messages=[
        jm.Fab(
            "A plant goes live in eight weeks",
            id="eight-weeks",
            advantage="The other plants work on as before",
            benefits=[
                jm.Benefit(
                    "economic",
                    "The first savings come in the first half-year",
                    answers="Total cost of ownership",
                ),
                jm.Benefit("user", "One switch on a weekend", answers="No stop of production"),
            ],
        ),
        jm.Fab(
            "Every interface is documented and free",
            id="interfaces",
            advantage="No system of yours is locked out",
            benefits=[
                jm.Benefit(
                    "technical", "Your team connects machines without us", answers="Open interfaces"
                )
            ],
        ),
    ],
    stages=[
        jm.Stage(
            "Pain is felt",
            job="Name what the six systems cost",
            triggers=[jm.Statement("The audit report", evidence=REPORTED)],
            actions=["Counts late closings and double stock", "Talks to two plants"],
            touchpoints=[
                jm.Touchpoint("Auditor", channel="partner", owner="third-party"),
                jm.Touchpoint("Trade journal", channel="advertising", owner="third-party"),
            ],
            emotions=[jm.Emotion("worry", -1, evidence=REPORTED)],
            barriers=[
                jm.Barrier("Each plant defends its own system", "Figures of all plants on one page")
            ],
            importance=3,
            duration="2-4 weeks",
            involvement={"CFO": "consulted", "Plant managers": "informed"},
        ),
        jm.Stage(
            "Mandate",
            job="Get time and money for a study",
            actions=["Writes two pages for the board"],
            thoughts=[jm.Statement("If I am wrong, it is my head", evidence=REPORTED)],
            touchpoints=[jm.Touchpoint("ROI calculator", channel="site", status="proposed")],
            emotions=[jm.Emotion("tension", -0.5)],
            concerns=[jm.Concern("The board wants it for nothing", "Cost of doing nothing")],
            importance=4,
            duration="3-5 weeks",
            involvement={"CFO": "decides", "IT director": "consulted"},
        ),
        jm.Stage(
            "Long list",
            job="Find the eight who can do it at all",
            actions=[
                "Searches for references of the size",
                "Asks three neighbours",
                "Reads analysts",
            ],
            touchpoints=[
                jm.Touchpoint("Search results", channel="search"),
                jm.Touchpoint("Analyst report", channel="document", owner="third-party"),
                jm.Touchpoint("Neighbours", channel="community", owner="third-party"),
            ],
            emotions=[jm.Emotion("overload", -1)],
            barriers=[jm.Barrier("Every vendor claims every industry", "Case library by industry")],
            importance=3,
            duration="4-6 weeks",
            involvement={"IT director": "decides", "Project office": "consulted"},
            metrics=[jm.Metric("conversion", planned="40%", measured="31%", evidence=MEASURED)],
        ),
        jm.Stage(
            "Requirements",
            job="Agree on what all plants need",
            needs=["A list that six plants sign"],
            actions=["Holds a workshop in each plant", "Weighs 240 lines", "Cuts them to 90"],
            touchpoints=[
                jm.Touchpoint("Workshop kit", channel="document"),
                jm.Touchpoint("Industry consultant", channel="sales"),
            ],
            emotions=[jm.Emotion("impatience", -1), jm.Emotion("first agreement", 1)],
            barriers=[jm.Barrier("The list grows each week", "Template with 60 lines that differ")],
            importance=5,
            duration="6-8 weeks",
            involvement={
                "CFO": "informed",
                "IT director": "consulted",
                "Plant managers": "decides",
                "Project office": "consulted",
            },
            messages=["interfaces"],
            recommendations=[jm.Recommendation("Offer the template before the first workshop")],
            leads_to=[
                jm.Transition(
                    "Mandate", "Scope outgrows the budget", share="12%", evidence=MEASURED
                )
            ],
        ),
        jm.Stage(
            "Short list",
            job="Be left with three that nobody will regret",
            actions=["Sends the request for proposal", "Compares in one table"],
            touchpoints=[
                jm.Touchpoint("Proposal", channel="document"),
                jm.Touchpoint("Bid manager", channel="sales"),
            ],
            emotions=[jm.Emotion("order at last", 0.5)],
            barriers=[jm.Barrier("Prices cannot be compared", "Price sheet over seven years")],
            importance=4,
            duration="4-6 weeks",
            involvement={"CFO": "consulted", "IT director": "decides"},
            metrics=[jm.Metric("conversion", planned="45%", measured="48%", evidence=MEASURED)],
        ),
        jm.Stage(
            "Proof",
            job="See our own case run",
            actions=["Gives the vendor a real order", "Watches two days", "Asks the shop floor"],
            thoughts=[jm.Statement("That was our data. And it ran.", evidence=REPORTED)],
            touchpoints=[
                jm.Touchpoint("Demo with own data", channel="event", moment_of_truth=True),
                jm.Touchpoint("Visit to a reference", channel="review", owner="third-party"),
            ],
            emotions=[jm.Emotion("relief", 1.5, evidence=REPORTED)],
            motivations=[jm.Motivation("The plant managers nod", kind="emotional")],
            concerns=[jm.Concern("The demo team will not be ours", "Meet the project team")],
            importance=5,
            moment_of_truth=True,
            duration="3-4 weeks",
            involvement={
                "IT director": "consulted",
                "Plant managers": "decides",
                "Project office": "consulted",
            },
            recommendations=[
                jm.Recommendation("Keep the demo on the customer’s own data", urgency="keep")
            ],
        ),
        jm.Stage(
            "Business case",
            job="Show the board what it pays back",
            actions=["Adds up seven years", "Has the controller check it"],
            touchpoints=[
                jm.Touchpoint("TCO workshop", channel="sales"),
                jm.Touchpoint("Reference CFO", channel="phone", owner="third-party"),
            ],
            emotions=[jm.Emotion("doubt", -0.5)],
            barriers=[jm.Barrier("Own hours are in no offer", "Table of hours from nine projects")],
            importance=5,
            duration="3-4 weeks",
            involvement={"CFO": "decides", "IT director": "informed"},
            messages=["eight-weeks"],
        ),
        jm.Stage(
            "Negotiation",
            job="Sign without a hole in the contract",
            actions=["Compares two contracts", "Fights for the maintenance rate"],
            touchpoints=[
                jm.Touchpoint("Contract", channel="document"),
                jm.Touchpoint("Purchasing portal", channel="site", owner="third-party"),
            ],
            emotions=[jm.Emotion("mistrust", -1)],
            concerns=[jm.Concern("The price rises each year", "Cap for seven years")],
            importance=4,
            duration="4-8 weeks",
            involvement={
                "CFO": "decides",
                "IT director": "consulted",
                "Plant managers": "informed",
            },
            metrics=[jm.Metric("conversion", planned="60%", measured="52%", evidence=MEASURED)],
            recommendations=[
                jm.Recommendation(
                    "Put the cap into the first draft", urgency="urgent", owner="Sales"
                )
            ],
        ),
        jm.Stage(
            "First plant",
            job="Go live without a stop",
            actions=["Cleans data for eight weeks", "Trains key users", "Switches on a weekend"],
            touchpoints=[
                jm.Touchpoint("Project team", channel="support"),
                jm.Touchpoint("Training", channel="webinar"),
                jm.Touchpoint(
                    "Hotline at the switch",
                    channel="phone",
                    status="proposed",
                    tool="Night shift for two weeks",
                ),
            ],
            emotions=[
                jm.Emotion("fear before the weekend", -1.5, evidence=REPORTED),
                jm.Emotion("pride on Monday", 1.5, evidence=REPORTED),
            ],
            barriers=[jm.Barrier("Key users also run the plant", "Paid stand-ins")],
            importance=5,
            moment_of_truth=True,
            duration="8-10 weeks",
            involvement={
                "CFO": "informed",
                "IT director": "consulted",
                "Plant managers": "decides",
                "Project office": "decides",
            },
        ),
        jm.Stage(
            "Roll-out",
            job="Do it five more times, faster each time",
            actions=["Takes the template", "Lends people from plant to plant"],
            touchpoints=[
                jm.Touchpoint("Template plant", channel="knowledge-base"),
                jm.Touchpoint("Steering group", channel="event"),
            ],
            emotions=[jm.Emotion("tired but confident", 1)],
            importance=4,
            duration="5-6 months",
            involvement={
                "CFO": "informed",
                "Plant managers": "decides",
                "Project office": "decides",
            },
        ),
        jm.Stage(
            "Daily work",
            job="Close the books in five days",
            actions=["Plans across plants", "Reports one number"],
            touchpoints=[
                jm.Touchpoint("Support portal", channel="support"),
                jm.Touchpoint("User group", channel="community"),
            ],
            emotions=[jm.Emotion("calm", 1), jm.Emotion("small annoyances", -0.5)],
            barriers=[jm.Barrier("Small wishes wait for months", "A release each month")],
            importance=4,
            satisfaction=3.8,
            duration="12 months",
            involvement={"CFO": "consulted", "Plant managers": "consulted"},
        ),
        jm.Stage(
            "Next step",
            job="Decide on planning and service as well",
            actions=["Looks at what the data now allow"],
            touchpoints=[
                jm.Touchpoint("Yearly review", channel="sales"),
                jm.Touchpoint("Reference call for others", channel="phone"),
            ],
            emotions=[jm.Emotion("appetite", 1.5)],
            importance=3,
            duration="1-2 months",
            involvement={"CFO": "decides", "IT director": "consulted"},
            recommendations=[
                jm.Recommendation(
                    "Ask for the reference after the third plant", owner="Success manager"
                )
            ],
            leads_to=[jm.Transition("Requirements", "A new module is wanted")],
        ),
    ],
    # Seven years in prices of today, as the CFO asks for them.
    offers=[
        jm.Offer(
            "One ERP for six plants",
            description="Plant after plant, the old systems until the switch; invented figures",
            ours=True,
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Licences",
                    "price",
                    "55 EUR",
                    every="month",
                    start=0.5,
                    quantity=300,
                    unit="user",
                ),
                jm.Cost("Template for all plants", "implementation", "240000 EUR"),
                jm.Cost(
                    "A plant goes live",
                    "implementation",
                    "210000 EUR",
                    low="180000 EUR",
                    high="300000 EUR",
                    every="quarter",
                    start=0.5,
                    end=2,
                ),
                jm.Cost("Project team", "implementation", "25000 EUR", every="month", end=2),
                jm.Cost("Training", "use", "900 EUR", at=1, quantity=300, unit="user"),
                jm.Cost(
                    "Administrators",
                    "use",
                    "5400 EUR",
                    every="month",
                    start=1,
                    growth="1%",
                    quantity=2,
                    unit="administrator",
                ),
                jm.Cost(
                    "Changes and repair",
                    "repair",
                    "22500 EUR",
                    low="17500 EUR",
                    high="37500 EUR",
                    every="quarter",
                    start=2,
                ),
                jm.Cost(
                    "Kept running until the switch",
                    "Old systems",
                    "17500 EUR",
                    every="quarter",
                    end=2,
                    quantity=6,
                    unit="plant",
                ),
            ],
            gains=jm.Gain(
                "Stock that is not held twice",
                "40000 EUR",
                low="15000 EUR",
                high="60000 EUR",
                every="quarter",
                start=2,
            ),
        ),
        jm.Offer(
            "Six systems as today",
            description="Nothing is bought but what breaks; invented figures",
            evidence=INVENTED,
            costs=[
                jm.Cost(
                    "Maintenance",
                    "price",
                    "17500 EUR",
                    every="quarter",
                    growth="2%",
                    quantity=6,
                    unit="plant",
                ),
                jm.Cost(
                    "Typing from system to system",
                    "use",
                    "4000 EUR",
                    every="month",
                    growth="1%",
                    quantity=9,
                    unit="post",
                ),
                jm.Cost(
                    "Repair of connections",
                    "repair",
                    "35000 EUR",
                    low="27500 EUR",
                    high="47500 EUR",
                    every="quarter",
                ),
                jm.Cost(
                    "The oldest system replaced",
                    "implementation",
                    "380000 EUR",
                    low="300000 EUR",
                    high="600000 EUR",
                    at=3,
                ),
            ],
        ),
    ],
    tco=jm.Terms(
        7, real_rate="6%", prices="real", convention="mid", period="quarter", units="300 users"
    ),
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
