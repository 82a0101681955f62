"""More vetted exchanges of English words, in the form of `terms_en`: general nouns of reports, qualities, manners, and
compounds that may be said as phrases. Never a term of one trade, a name, a hedge, a denial or a direction.
"""

from __future__ import annotations

NOUNS = """
agreement = accord | advice = guidance | allegation = claim
assessment = evaluation, appraisal | assumption = premise, supposition | attempt = effort | commitment = pledge, undertaking
complication = difficulty | comprehension = understanding | consensus = agreement | controversy = dispute, debate
correlation = link, association | danger = risk, hazard | deterioration = worsening | disruption = interruption, disturbance
diversity = variety | doubt = uncertainty | effort = attempt, endeavour | expert = specialist | explanation = reason
hazard = danger, risk | idea = notion, concept | incentive = inducement | incident = event, occurrence | inequality = disparity
intention = plan, aim | investigator = researcher | likelihood = probability, chance | limitation = limit, restriction | necessity = need
notion = idea | objection = protest | occurrence = event, incident | opponent = critic | participation = involvement | perception = view
permission = approval, consent | phase = stage | possibility = option, chance | precaution = safeguard | precision = accuracy, exactness
premise = assumption | probability = likelihood, chance | promise = pledge | proof = evidence
proponent = supporter, advocate | purpose = aim, goal | refusal = rejection
rejection = refusal | relationship = link, connection | reliability = dependability | remark = comment, observation
responsibility = duty | severity = seriousness | significance = importance | specialist = expert
topic = subject, theme | transition = shift, move, changeover | undertaking = venture | usage = use | validity = soundness
vendor = seller, supplier | venture = undertaking, enterprise | willingness = readiness | bottleneck = constraint
project = scheme | scheme = programme | strategy = plan | subsidy = grant~2
option = choice | experiment = trial, test | finding = result | constraint = restriction
inspection = check | journey = trip | link = connection
knowledge = understanding | interruption = stoppage | variation = fluctuation | discovery = finding~2
buyer = purchaser | breach = violation, infringement
violation = breach, infringement | deadline = time limit | funding = financing | approval = permission  | permit = licence
flaw = defect, weakness | obligation = duty | occupation = job~2 | profession = occupation | residence = home~2
disparity = gap, difference | attribute = feature | capability = ability | aid = assistance, help | setback = reverse~2 | upheaval = disruption
turmoil = unrest | unease = concern | attitude = stance~2 | stance = position
viewpoint = view, standpoint | standpoint = point of view | vicinity = neighbourhood | surroundings = environment
timetable = schedule | schedule = timetable | itinerary = route
surge = sharp rise, leap | upswing = upturn | downturn = slump | slump = downturn | slowdown = deceleration~2 | summary = overview
overview = summary | guideline = recommendation~2 | provision = stipulation~2 | clause = provision
sanction = penalty~2 | penalty = sanction~2 | lawsuit = legal action, court case | litigation = legal proceedings
verdict = ruling, judgment | ruling = judgment, decision | judgment = ruling | adolescent = teenager, young person~2
teenager = adolescent | infant = baby | toddler = small child | pensioner = retired person~2 | spouse = partner~2 | pupil = schoolchild~2
undergraduate = student~3
"""

OTHERS = """
reluctant = unwilling, hesitant | unwilling = reluctant, not prepared | dependent on = reliant on | reliant on = dependent on
appropriate = suitable | lucrative = profitable | disappointing = unsatisfactory, poor~2 | reliable = dependable, trustworthy~2
unreliable = erratic~2 | outdated = obsolete, old-fashioned | novel = new, innovative | inefficient = wasteful
dangerous = hazardous, risky | hazardous = dangerous, risky | harmful = damaging, injurious~2 | damaging = harmful | volatile = unstable, changeable
abrupt = sudden | huge = enormous, vast | enormous = huge, vast | vast = huge, enormous | minimal = very small, slight | abundant = plentiful, ample
plentiful = abundant, ample | ample = plentiful, sufficient | adjacent = neighbouring
wealthy = rich, affluent | affluent = wealthy, well-off | unemployed = jobless | skilled = trained, qualified
obligatory = compulsory, mandatory | illegal = unlawful, illicit~2 | unlawful = illegal | strict = stringent, rigorous~2 | stringent = strict, tight
rigorous = strict, thorough | obvious = evident, plain | evident = obvious, apparent | contentious = controversial, disputed
uninterrupted = continuous | ongoing = continuing, current | continuing = ongoing | upcoming = coming, forthcoming
forthcoming = coming, upcoming | diverse = varied, different | varied = diverse | defective = faulty | faulty = defective | polluted = contaminated
contaminated = polluted | exact = precise | incorrect = wrong, false
aware of = conscious of, familiar with~2 | unaware of = ignorant of | satisfied with = happy with, content with | dissatisfied with = unhappy with
optimistic = hopeful | sceptical = doubtful, unconvinced | opposed to = against | particularly = especially, above all
especially = particularly, above all | largely = mainly, for the most part | primarily = mainly, chiefly | slightly = somewhat
somewhat = slightly | extremely = very, exceedingly | hugely = greatly, enormously | sharply = steeply, markedly | steeply = sharply
continually = constantly | regularly = routinely, at regular intervals | routinely = regularly | occasionally = now and then, from time to time
sometimes = at times, on occasion | temporarily = for a time, for a while | permanently = for good~2, lastingly | abruptly = suddenly
suddenly = abruptly, all at once | nationally = across the country, countrywide
officially = formally | formally = officially | financially = in financial terms | socially = in social terms
politically = in political terms | deliberately = on purpose, intentionally | accidentally = by accident
the following year = the next year, the year after | the next year = the following year, the year after | per hectare = a hectare
in recent decades = over recent decades, in the past few decades | in the past decade = over the past ten years, in the last ten years
over the past decade = in the past ten years, over the last ten years | in the first half of = during the first half of
in the second half of = during the second half of | in the third quarter = during the third quarter | in the fourth quarter = during the final quarter
on a daily basis = every day, daily | on a regular basis = regularly | in theory = on paper, theoretically | in large part = largely, mostly
in part = partly | by hand = manually | manually = by hand | on the internet = online | free of charge = without charge, for free
at no cost = free of charge, for nothing | for free = free of charge | at low cost = cheaply, inexpensively
in short supply = scarce | out of work = unemployed, jobless | out of date = outdated, obsolete | up to date = current, modern
face to face = in person | in person = face to face | by law = legally, under the law
working hours = hours of work | labour market = job market | job market = labour market | greenhouse gas emissions = emissions of greenhouse gases
energy consumption = consumption of energy, use of energy | water consumption = consumption of water, use of water
electricity consumption = consumption of electricity, use of electricity | standard of living = living standard
market share = share of the market | market shares = shares of the market | price level = level of prices | price levels = levels of prices
tax revenue = revenue from tax | household incomes = incomes of households | import duties = duties on imports
export markets = markets abroad, foreign markets | import prices = prices of imports | export prices = prices of exports
admission fees = entrance fees, fees for admission | ticket prices = prices of tickets | fuel prices = prices of fuel | food prices = prices of food
energy prices = prices of energy | electricity prices = prices of electricity | house prices = prices of houses
operating costs = running costs
running costs = operating costs
pilot projects = pilot schemes, trial projects | pilot project = pilot scheme, trial project | field trials = trials in the field, field tests
field tests = tests in the field, field trials | clinical trials = trials in patients~2, clinical studies | clinical trial = clinical study
gender gap = gap between women and men | price increases = increases in prices, price rises | price increase = rise in prices, price rise
price rises = price increases | cost savings = savings in costs | energy savings = savings of energy | waiting time = time spent waiting
service life = useful life, working life | battery life = life of the battery
delivery times = times of delivery | response times = times of response~2 | response time = time taken to respond
travel time = time spent travelling | travel times = journey times | journey times = travel times | durable = long-lasting~2 | suitable = appropriate
promising = encouraging | modern = up-to-date~2 | temporary = short-lived~2 | excessive = undue | effective = successful~2
unusual = uncommon | popular = well liked~2 | severely = badly | seriously = badly~2 | considerably = markedly, substantially | confident = sure~2
as planned = according to plan | similarly = likewise | uneven = unequal~2 | working conditions = conditions at work
carbon emissions = emissions of carbon | market growth = growth of the market | typical = characteristic | characteristic = typical
unclear = uncertain~2 | subsequent = later
provisional = preliminary | preliminary = provisional~2 | adverse = negative, unfavourable | flexible = adaptable
year on year = compared with the year before, on the previous year | across the country = nationwide, throughout the country
annually = a year, each year | each month = every month, monthly | in the coming years = over the next few years
over the next few years = in the coming years | a handful of = a few, a small number of | the bulk of = most of, the greater part of
as a consequence = as a result | in exchange for = in return for | in return for = in exchange for | at the expense of = to the detriment of
to the detriment of = at the expense of | well below = far below | well above = far above | far below = well below | far above = well above
subsequently = afterwards, later | afterwards = later, subsequently | wholly = entirely | continuously = without interruption | marginally = slightly
swiftly = quickly, rapidly | voluntarily = of their own accord~3 | on a voluntary basis = voluntarily | without charge = free of charge
in writing = in written form | on foot = walking~3 | side by side = alongside each other | day and night = around the clock
around the clock = day and night | overnight = during the night | in the medium term = over the medium term | under way = in progress
in progress = under way | in force = in effect | in effect = in force~2 | without delay = immediately, at once | beforehand = in advance
at short notice = with little warning | on schedule = as planned, on time | behind schedule = late, delayed | ahead of schedule = earlier than planned
the preceding year = the previous year | twice as high as = double | half as high as = half | hardly any = very few~2 | scarcely = hardly, barely
as opposed to = unlike, in contrast to | the same as = identical to | identical = the same~2 | comparable to = similar to | similar to = comparable to
inadequate = insufficient | superior = better | inferior = poorer, worse | indispensable = essential, vital | fundamental = basic
basic = fundamental~2 | sizeable = considerable, substantial | negligible = insignificant, minimal | prominent = well-known, leading~2
countless = innumerable | prevalent = widespread, common | unprecedented = without precedent, never seen before~2
uncommon = unusual, rare | intricate = complex, complicated | laborious = time-consuming | time-consuming = laborious, lengthy
protracted = lengthy, drawn-out | prompt = quick~2 | immediate = instant | instant = immediate | simultaneous = concurrent | successive = consecutive
consecutive = successive | adverse effects = harmful effects
"""
