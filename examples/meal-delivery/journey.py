"""A B2C cycle with every field of the model: dinner in forty minutes, and again within a week."""

import datetime

import journeymap as jm

# Every figure, source, date and price below is invented for the example.
ANALYTICS = jm.Evidence(
    "measured",
    source="App analytics, four weeks",
    date="2026-04-26",
    sample_size=41300,
    link="https://example.com/dashboards/dinner",
)
SURVEY = jm.Evidence("reported", source="Survey after delivery", date="2026-04-19", sample_size=612)
INTERVIEWS = jm.Evidence(
    "reported", source="Kitchen-table interviews", date=datetime.date(2026, 4, 3), sample_size=12
)
SESSIONS = jm.Evidence(
    "observed", source="Order sessions on video", date="2026-04-10", sample_size=18
)

UNDERSTANDING = jm.Stage(
    "Understanding",
    id="understanding",
    evidence=INTERVIEWS,
    job=jm.Statement("Settle dinner before anybody gets cross", evidence=INTERVIEWS),
    triggers=[
        jm.Statement("Home at half past seven, the fridge is empty", evidence=INTERVIEWS),
        "Leo asks for the third time",
    ],
    needs="Food for two within the hour",
    expectations=jm.Statement("As fast as cooking, without the dishes", evidence=INTERVIEWS),
    actions=[
        jm.Statement("Opens the fridge, closes the fridge", evidence=INTERVIEWS),
        jm.Statement("Picks up the phone", evidence=ANALYTICS),
    ],
    thoughts=jm.Statement("I want to eat, now", evidence=INTERVIEWS),
    touchpoints=[
        jm.Touchpoint(
            "The fridge",
            channel=jm.Channel("other", name="Home"),
            owner="third-party",
            emotions=jm.Emotion("dismay", 1.5, evidence=INTERVIEWS),
        ),
        jm.Touchpoint("Class chat: who orders?", channel="messenger", owner="third-party"),
        jm.Touchpoint(
            "Push message at seven",
            id="evening-push",
            channel="app",
            status="proposed",
            tool="Push service, last week’s order inside",
            buyers="Anna",
            emotions=jm.Emotion("a way out", 3),
        ),
    ],
    emotions=[
        jm.Emotion("hunger", 2, evidence=INTERVIEWS),
        # Asked about it, nobody could say whether it is good or bad.
        jm.Emotion("guilt about not cooking", evidence=INTERVIEWS),
    ],
    motivations=[
        jm.Motivation("Cooking takes an hour with the dishes", evidence=INTERVIEWS),
        jm.Motivation("An evening with Leo, not with a pan", kind="emotional"),
    ],
    barriers=jm.Barrier(
        "Nobody thinks of us at seven",
        id="not-in-mind",
        mitigation=jm.Statement("One push a week, on the usual day"),
        evidence=SURVEY,
    ),
    concerns=jm.Concern("Delivery is not a real dinner", mitigation="Home-style menu on top"),
    importance=3,
    satisfaction=2.4,
    duration="10 seconds",
    active="10 seconds",
    waiting="0 seconds",
    involvement={"Anna": "decides", "Leo": "consulted"},
    messages="fast-kitchen",
    metrics=[
        jm.Metric(
            "entered",
            planned="40000 evenings a month",
            measured="41300 evenings a month",
            evidence=ANALYTICS,
        ),
        jm.Metric("conversion", planned="75%", measured="78%", evidence=ANALYTICS),
    ],
    hypotheses=jm.Hypothesis(
        "Send the last order as a push at seven",
        metric="entered",
        guardrail="repeat orders within a week",
        expected="6%",
        ice=jm.Ice(impact=6, confidence=5, ease=8),
        state="proposed",
        owner="CRM marketing",
        addresses=["not-in-mind", "evening-push"],
    ),
    recommendations=jm.Recommendation(
        "Be the first thought at seven, once a week",
        urgency="improve",
        owner="CRM marketing",
        addresses="not-in-mind",
    ),
    backstage=jm.Backstage(
        back="Analyst picks the usual evening", support=["Push service", "Order history"]
    ),
)

EVALUATION = jm.Stage(
    "Evaluation",
    id="evaluation",
    job=jm.Statement("Find a dinner that both will eat", evidence=INTERVIEWS),
    triggers="Three apps on the first screen",
    needs=["One dish for Leo, one for Anna", "The full price at once"],
    expectations="Photos that do not lie",
    actions=[
        jm.Statement("Compares three apps", evidence=SESSIONS),
        jm.Statement("Reads two reviews", evidence=SESSIONS),
        jm.Statement("Asks Leo: noodles or pizza?", evidence=SESSIONS),
    ],
    thoughts=[
        jm.Statement("Forty places and nothing to eat", evidence=SESSIONS),
        "Where did that fee come from?",
    ],
    touchpoints=[
        jm.Touchpoint(
            "List of kitchens",
            channel="app",
            link="https://example.com/kitchens",
            emotions=jm.Emotion("overwhelmed", 1.5, evidence=SESSIONS),
            backstage=jm.Backstage(
                front="Kitchens answer reviews",
                back="Editors check every photo",
                support="Search and ranking",
            ),
        ),
        jm.Touchpoint("Two rival apps", channel="app", owner="competitor"),
        jm.Touchpoint(
            "Reviews of the dish",
            channel="review",
            owner="third-party",
            emotions=jm.Emotion("doubt", 2, evidence=SESSIONS),
        ),
        jm.Touchpoint(
            "Dinner for two: three picks",
            id="three-picks",
            channel="app",
            status="proposed",
            tool="Recommender on past orders",
            alternative_to="List of kitchens",
            buyers=["Anna", "Leo"],
            emotions=jm.Emotion("relief", 4),
        ),
    ],
    emotions=[
        jm.Emotion("irritation", 1.5, evidence=SESSIONS),
        jm.Emotion("impatience", 1.5, evidence=SESSIONS),
    ],
    motivations=[
        jm.Motivation("Price with delivery below 25 euros", evidence=SURVEY),
        jm.Motivation("Leo cheers at the photo", kind="emotional", evidence=SESSIONS),
    ],
    barriers=[
        jm.Barrier(
            "The fee shows up at the last step",
            id="late-fee",
            mitigation=jm.Statement("Full price on the dish card", evidence=SESSIONS),
            evidence=SESSIONS,
        ),
        jm.Barrier(
            "Too many kitchens to compare",
            id="long-list",
            mitigation="Three picks that fit the last orders",
            link="https://example.com/research/choice",
            evidence=ANALYTICS,
        ),
    ],
    concerns=jm.Concern("It will not look like the photo", mitigation="Photos by customers only"),
    importance=5,
    satisfaction=2.1,
    duration="4 minutes",
    active="4 minutes",
    waiting="0 minutes",
    involvement=[
        jm.Involvement("Anna", "decides", stance="sceptic"),
        jm.Involvement("Leo", "consulted"),
    ],
    messages=["fast-kitchen", "full-price"],
    metrics=[
        jm.Metric("entered", planned=30000, measured=32214, evidence=ANALYTICS),
        jm.Metric("conversion", planned="50%", measured="41%", evidence=ANALYTICS),
        jm.Metric("time", planned="2 minutes", measured="4 minutes", evidence=SESSIONS),
    ],
    hypotheses=[
        jm.Hypothesis(
            "Show three picks before the list",
            metric="conversion",
            guardrail="repeat orders within a week",
            expected="6%",
            rice=jm.Rice(reach=32214, impact=2, confidence="70%", effort=3),
            state="running",
            owner="App team",
            addresses=["long-list", "three-picks"],
            evidence=ANALYTICS,
        ),
        jm.Hypothesis(
            "Print the full price on the dish card",
            metric="conversion",
            guardrail="average order",
            expected="3%",
            rice=jm.Rice(reach=32214, impact=1, confidence="90%", effort=1),
            state="confirmed",
            owner="App team",
            addresses="late-fee",
            evidence=ANALYTICS,
        ),
    ],
    recommendations=[
        jm.Recommendation(
            "Show the full price from the first card",
            urgency="urgent",
            owner="App team",
            addresses="late-fee",
            evidence=SESSIONS,
        ),
        jm.Recommendation(
            "Offer three picks, then the list",
            urgency="improve",
            owner="App team",
            addresses="long-list",
        ),
    ],
    backstage=jm.Backstage(back="Editors keep menus current", support=["Menu database", "Ranking"]),
)

DEAL = jm.Stage(
    "Deal",
    id="deal",
    job="Order before Leo changes his mind",
    triggers="Both say yes",
    needs="To pay without getting up for the card",
    expectations="Two taps, card saved",
    actions=[
        jm.Statement("Checks the total", evidence=SESSIONS),
        jm.Statement("Pays with the saved card", evidence=ANALYTICS),
    ],
    thoughts=jm.Statement("Two taps. Done.", evidence=SESSIONS),
    touchpoints=[
        jm.Touchpoint(
            "Basket",
            channel="app",
            emotions=jm.Emotion("wary of the total", 2.5, evidence=SESSIONS),
        ),
        jm.Touchpoint(
            "Payment by saved card",
            channel="app",
            buyers="Anna",
            emotions=jm.Emotion("ease", 4.5, evidence=SESSIONS),
            backstage=jm.Backstage(support="Payment provider"),
        ),
        jm.Touchpoint("Order by phone", channel="phone", alternative_to="Payment by saved card"),
    ],
    emotions=[
        jm.Emotion("decided", 4, evidence=SESSIONS),
        jm.Emotion("anticipation", 4, evidence=SESSIONS),
    ],
    motivations=[
        jm.Motivation("Delivery time is named to the minute", evidence=SURVEY),
        jm.Motivation("The evening is saved", kind="emotional", evidence=INTERVIEWS),
    ],
    barriers=jm.Barrier(
        "The bank asks for a code",
        mitigation="Code filled in from the message",
        evidence=ANALYTICS,
    ),
    concerns=jm.Concern("Paid, and the kitchen cancels", mitigation="Money back within one minute"),
    importance=4,
    satisfaction=4.2,
    duration="1 minute",
    active="40 seconds",
    waiting="20 seconds",
    involvement={"Anna": "decides", "Leo": "informed"},
    messages="full-price",
    metrics=[
        jm.Metric("entered", planned=15000, measured=13208, evidence=ANALYTICS),
        jm.Metric("conversion", planned="95%", measured="93%", evidence=ANALYTICS),
        jm.Metric("average order", planned="22 EUR", measured="21.40 EUR", evidence=ANALYTICS),
    ],
    hypotheses=jm.Hypothesis(
        "Let the phone fill in the bank’s code",
        metric="conversion",
        guardrail="refused payments",
        expected="1%",
        ice=jm.Ice(impact=4, confidence=8, ease=7),
        state="rejected",
        owner="Payments",
    ),
    recommendations=jm.Recommendation(
        "Keep it at two taps, whatever is added",
        urgency="keep",
        owner="App team",
        addresses="Payment by saved card",
    ),
    backstage=jm.Backstage(
        front="Kitchen accepts within a minute",
        back="Dispatcher reserves a courier",
        support=["Payment provider", "Kitchen tablet"],
    ),
    leads_to=jm.Transition(
        "evaluation", when="The total is higher than expected", share="5%", evidence=ANALYTICS
    ),
)

EXPERIENCE = jm.Stage(
    "Experience",
    id="experience",
    job=jm.Statement("Eat hot food together and clear the table fast", evidence=SURVEY),
    triggers="The kitchen accepts the order",
    needs=["To know when it comes", "Cutlery for a child"],
    expectations=jm.Statement("Hot, on time, as pictured", evidence=SURVEY),
    actions=[
        jm.Statement("Watches the courier on the map", evidence=ANALYTICS),
        "Lays the table with Leo",
        jm.Statement("Opens the door, unpacks, eats", evidence=INTERVIEWS),
        jm.Statement("Rates the dinner", evidence=ANALYTICS),
    ],
    thoughts=[
        jm.Statement("He has stopped at the lights again", evidence=INTERVIEWS),
        "Still hot. Leo, come!",
    ],
    touchpoints=[
        jm.Touchpoint(
            "Courier on the map",
            channel="app",
            emotions=jm.Emotion("impatience", 3, evidence=INTERVIEWS),
            backstage=jm.Backstage(support="Location of the courier"),
        ),
        jm.Touchpoint(
            "Courier at the door",
            id="door",
            channel="delivery",
            moment_of_truth=True,
            buyers=["Anna", "Leo"],
            emotions=[jm.Emotion("joy", 5, evidence=SURVEY), jm.Emotion("thanks", 4.5)],
            backstage=jm.Backstage(
                front="Courier says the name and smiles",
                back="Shift lead reroutes late orders",
                support="Thermal bags",
            ),
            evidence=SURVEY,
        ),
        jm.Touchpoint(
            "Dinner on the plate",
            channel=jm.Channel("other", name="Table"),
            emotions=jm.Emotion("delight", 4.5, evidence=SURVEY),
        ),
        jm.Touchpoint("Support chat", channel="chat", link="https://example.com/help"),
        jm.Touchpoint(
            "Repeat in one tap",
            channel="app",
            status="proposed",
            tool="Button in the rating screen",
            buyers="Anna",
        ),
    ],
    emotions=[
        jm.Emotion("contentment", 5, evidence=SURVEY),
        jm.Emotion("calm", 4, evidence=SURVEY),
    ],
    motivations=[
        jm.Motivation("Nine dinners in ten come on time", evidence=ANALYTICS),
        jm.Motivation("Leo ate everything", kind="emotional", evidence=INTERVIEWS),
    ],
    barriers=jm.Barrier(
        "Soup is cold in one order in twelve",
        id="cold-soup",
        mitigation="Soups travel first on the route",
        evidence=SURVEY,
    ),
    concerns=jm.Concern(
        "Late, and nobody tells us",
        id="late-silence",
        mitigation=jm.Statement("A message and 5 euros back after ten minutes"),
        evidence=SURVEY,
    ),
    importance=5,
    satisfaction=4.4,
    moment_of_truth=True,
    duration="35 minutes",
    active="8 minutes",
    waiting="27 minutes",
    involvement={"Anna": "informed", "Leo": "decides"},
    messages="on-time",
    metrics=[
        jm.Metric("entered", planned=14250, measured=12283, evidence=ANALYTICS),
        jm.Metric("conversion", planned="65%", measured="62%", evidence=ANALYTICS),
        jm.Metric("time", planned="35 minutes", measured="35 minutes", evidence=ANALYTICS),
    ],
    hypotheses=jm.Hypothesis(
        "Deliver soups first on every route",
        metric="repeat orders within a week",
        guardrail="time",
        expected="2%",
        rice=jm.Rice(reach=12283, impact=0.5, confidence="60%", effort="0.5"),
        owner="Dispatch",
        addresses="cold-soup",
    ),
    recommendations=[
        jm.Recommendation(
            "Say sorry before the customer asks",
            urgency="urgent",
            owner="Support",
            addresses="late-silence",
        ),
        jm.Recommendation(
            "Keep the greeting by name",
            urgency="keep",
            owner="Dispatch",
            addresses="door",
            evidence=SURVEY,
        ),
    ],
    backstage=jm.Backstage(
        front="Courier hands over the bag",
        back=["Kitchen cooks in 15 minutes", "Dispatcher plans the route"],
        support=["Routing", "Thermal bags"],
    ),
)

journey = jm.Journey(
    "Dinner in forty minutes: a meal delivery",
    id="dinner",
    link="https://example.com/maps/dinner",
    evidence=ANALYTICS,
    kind="b2c",
    state="as-is",
    topology="cyclic",
    scenario=jm.Statement("Dinner for two on a working evening", evidence=INTERVIEWS),
    language="en",
    segment=jm.Segment(
        "Parents who come home after seven",
        behavior=[
            jm.Statement("Order on two evenings a week", evidence=ANALYTICS),
            jm.Statement("Choose for a child and for themselves", evidence=INTERVIEWS),
            jm.Statement("Open three apps before they order", evidence=SESSIONS),
        ],
        description="City flats, children of 6 to 12, both parents or one at work till seven",
        size="18000 households",
        evidence=ANALYTICS,
    ),
    persona=jm.Persona(
        "Anna, 36, auditor, one son",
        description="Home at half past seven; Leo, nine, has been hungry since six",
        quote=jm.Statement("I do not want to choose. I want to eat.", evidence=INTERVIEWS),
        need="Dinner on the table within the hour",
        trigger=jm.Statement("The fridge is empty", evidence=INTERVIEWS),
        criteria=["Minutes to the door", "Full price", "Something Leo eats"],
        fears=["Cold food", "A fee at the last step", "The kitchen cancels"],
        alternatives=["Cook pasta", "A ready meal from the shop", "A rival app"],
    ),
    scale=jm.Scale(1, 5, low_name="never again", high_name="tell a friend"),
    repeat_rate="62%",
    updated="2026-05-04",
    buyers=[
        jm.Buyer(
            "Anna",
            id="anna",
            role=["economic", "technical"],
            job="Feed two at a fair price",
            priorities=[
                jm.Statement("No surprise in the price", evidence=SURVEY),
                "Minutes, not choices",
            ],
            concerns=jm.Concern("Cold food", mitigation="Money back, no questions"),
            language=["how long", "how much in all"],
            influence=5,
            stance="neutral",
        ),
        jm.Buyer(
            "Leo",
            role="user",
            job="Get something tasty",
            priorities=jm.Statement("Noodles", evidence=INTERVIEWS),
            concerns=jm.Concern("Onions", mitigation="A tick box: no onions"),
            language="yuck",
            influence=3,
            stance="supporter",
        ),
    ],
    messages=[
        jm.Fab(
            "Kitchens within two kilometres",
            id="fast-kitchen",
            advantage="Forty minutes from hunger to plate",
            benefits=[
                jm.Benefit("Anna", "Dinner before homework", answers="Minutes, not choices"),
                jm.Benefit("Leo", "Noodles still steam", answers="Noodles"),
            ],
            evidence=ANALYTICS,
        ),
        jm.Fab(
            "The full price on the dish card",
            id="full-price",
            advantage="The card and the receipt agree",
            benefits=[
                jm.Benefit(
                    "anna", "What you see is what you pay", answers="No surprise in the price"
                )
            ],
        ),
        jm.Fab(
            "Money back after ten minutes late",
            id="on-time",
            advantage="Being late costs us, not you",
            benefits=[jm.Benefit("economic", "Hot, or free", answers="Cold food")],
            link="https://example.com/promise",
        ),
    ],
    stages=[UNDERSTANDING, EVALUATION, DEAL, EXPERIENCE],
    offers=[
        jm.Offer(
            "Our delivery",
            description="Two dinners a week for two",
            ours=True,
            costs=[
                jm.Cost(
                    "Dinners",
                    "price",
                    "19 EUR",
                    low="16 EUR",
                    high="24 EUR",
                    every="month",
                    growth="4%",
                    quantity=9,
                    unit="dinner",
                    evidence=ANALYTICS,
                ),
                jm.Cost("Delivery", "price", "2.40 EUR", every="month", quantity=9, unit="dinner"),
                jm.Cost("Welcome voucher", "price", "-10 EUR", at=0),
            ],
            gains=[
                jm.Gain("Leftovers for a lunch", "4 EUR", every="month", quantity=4, unit="lunch"),
            ],
        ),
        jm.Offer(
            "Cook at home",
            description="The same two dinners, cooked",
            costs=[
                jm.Cost(
                    "Food", "price", "8 EUR", every="month", growth="4%", quantity=9, unit="dinner"
                ),
                jm.Cost("Two pans and a knife", "implementation", "90 EUR", at=0),
                jm.Cost(
                    "An hour of the evening",
                    "use",
                    "12 EUR",
                    low="6 EUR",
                    high="20 EUR",
                    every="month",
                    quantity=9,
                    unit="hour",
                ),
                jm.Cost("A new pan", "repair", "35 EUR", at=2),
            ],
        ),
        jm.Offer(
            "Ready meals from the shop",
            description="Cheaper, no delivery, less choice",
            costs=[
                jm.Cost("Meals", "price", "13 EUR", every="month", quantity=9, unit="dinner"),
                jm.Cost(
                    "Trip to the shop",
                    "use",
                    "4 EUR",
                    every="month",
                    start=0,
                    end=3,
                    quantity=9,
                    unit="trip",
                ),
            ],
        ),
    ],
    tco=jm.Terms(3, discount_rate="4%", period="month"),
)

if __name__ == "__main__":
    jm.swimlane(journey).save("journey.svg")
