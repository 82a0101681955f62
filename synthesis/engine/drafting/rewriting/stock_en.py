"""The stock of English words that reports share, in the form of `terms_en`: people and bodies, papers and decisions, things
made and sold, qualities, degrees, set phrases, compounds that have a second name. One sense each, whatever the trade.
"""

from __future__ import annotations

NOUNS = """
accomplishment = achievement | accord = agreement | accusation = allegation | achievement = accomplishment | activist = campaigner | adolescent = teenager
agreement = accord, deal~2 | allegation = accusation | amendment = revision, change~2
assessment = evaluation, appraisal | attempt = effort~2 | backing = support | bankruptcy = insolvency | insolvency = bankruptcy~2
boom = upswing~2 | bottleneck = constraint~2 | breach = violation, infringement
burden = load~2, strain~2 | buyer = purchaser | campaigner = activist | capability = ability | carer = caregiver
caregiver = carer | circumstance = condition | closure = shutdown | collaboration = cooperation
commitment = pledge~2, undertaking~2 | company = firm, business~2 | component = part | concept = idea~2
contaminant = pollutant | contamination = pollution~2 | contraction = shrinkage | controversy = dispute, debate~2 | cooperation = collaboration
cultivation = growing | cutback = reduction, cut | danger = hazard, risk~2
deadline = time limit, cut-off date | demonstrator = protester | dependence = reliance | discrepancy = difference, gap | disparity = gap, inequality
disruption = disturbance, interruption | distrust = mistrust | downturn = slump~2 | doctor = physician | dweller = resident | effort = endeavour~2, attempt~2
emergence = appearance, rise~2 | employee = worker | enterprise = company, firm | entrepreneur = business founder~2 | evaluation = assessment, appraisal
expense = cost | experiment = trial~2, test~2 | extent = scale, degree~2 | factory = plant, works~2
firm = company, business~2 | flaw = fault, defect | forecast = prediction | freedom = liberty~2 | border = frontier
grievance = complaint
hazard = danger, risk~2 | incentive = inducement, spur~2
incident = event, occurrence | indication = sign | influx = inflow | inflow = influx | infringement = violation, breach
institution = body~2, establishment~2 | interruption = disruption, break~2 | investigation = inquiry
journey = trip | lawsuit = legal action, court case | leak = leakage~2 | leaflet = brochure
location = site, place~2 | mistrust = distrust | misuse = abuse, improper use | modernisation = upgrading, renewal~2
motive = reason, motivation | nation = country | obligation = duty, requirement~2 | onset = start, beginning
opinion = view | oversight = supervision
passenger = traveller | pause = break | penalty = sanction~2 | permission = authorisation, consent~2 | permit = licence | personnel = staff
photograph = picture | physician = doctor | pledge = promise, commitment | pollutant = contaminant | pollution = contamination~2
post = position, job | postponement = delay, deferral | precaution = safeguard
prediction = forecast | prize = award | profession = occupation | programme = scheme
promise = pledge | protester = demonstrator | proximity = nearness | pupil = student | purpose = aim, goal
recession = downturn~2 | recipient = beneficiary
recruitment = hiring | refusal = rejection~2 | rejection = refusal~2 | reliance = dependence | reluctance = unwillingness, hesitation~2
remainder = rest | remuneration = pay | reputation = standing, name~2 | respondent = interviewee
revenue = income~2 | revision = amendment~2 | rift = split
ruling = judgment, verdict~2 | scheme = programme, plan~2 | seller = vendor | setback = reverse~2
severity = seriousness, gravity~2 | shopper = customer, buyer~2 | shutdown = closure | similarity = resemblance, likeness
site = location | slump = downturn~2
staff = personnel, workforce~2 | stagnation = standstill | standstill = halt | statistics = figures | strategy = approach~2, plan~2
subsidy = grant~2 | supervision = oversight | support = backing, assistance~2 | surge = jump, leap
poll = survey | task = job~2, duty~2 | teenager = adolescent | tenant = renter, occupant~2 | tension = friction~2 | threat = danger~2
trainee = apprentice~2 | transition = changeover, shift~2
trip = journey | unemployment = joblessness | vendor = seller
verdict = judgment, ruling | view = opinion | violation = breach, infringement | willingness = readiness
workforce = staff~2, labour force | youngster = young person | retiree = pensioner | pensioner = retired person
handful = small number | multitude = large number, host~2 | hub = centre | shopkeeper = shop owner | backer = supporter
bidder = tenderer~2 | lawmaker = legislator | legislator = lawmaker | politician = political figure~2
fisherman = fisher
"""

OTHERS = """
abundant = plentiful, ample | accurate = precise, exact | affluent = wealthy, well-off | alarming = worrying | ample = abundant, plentiful | appropriate = suitable, fitting
beneficial = advantageous, helpful | careful = cautious~2 | cautious = careful, wary~2 | comprehensive = extensive, wide-ranging | compulsory = mandatory, obligatory
concerned about = worried about | worried about = concerned about | controversial = disputed, contentious | damaging = harmful, detrimental
dangerous = hazardous, risky | deep-seated = entrenched | dependable = reliable | dependent on = reliant on | detailed = thorough~2, in-depth | detrimental = harmful, damaging
distant = far-off | dubious = doubtful | eager = keen | economical = thrifty~2 | eligible for = entitled to | enormous = huge, vast | entitled to = eligible for
equipped with = fitted with | everyday = ordinary~2, day-to-day | exceptional = extraordinary~2 | experienced = seasoned, skilled~2 | extensive = wide-ranging, far-reaching~2
extraordinary = exceptional | famous = well-known, celebrated | far-reaching = extensive, sweeping | feasible = practicable, workable | fierce = intense
fragmented = splintered~2 | fruitful = productive | genuine = real, authentic~2 | rising = increasing, growing
falling = declining, decreasing | declining = falling, decreasing | decreasing = falling, declining | harmful = damaging, detrimental | harsh = severe | hazardous = dangerous, risky
huge = enormous, vast | vast = huge, enormous | immense = huge | imminent = impending | inevitable = unavoidable | unavoidable = inevitable
influential = powerful~2 | innovative = novel, inventive~2 | intense = fierce~2 | keen = eager | legitimate = lawful~2, justified~2
lucrative = profitable | mandatory = compulsory, obligatory | obligatory = compulsory, mandatory | meagre = scanty | medium-sized = mid-sized | mid-sized = medium-sized
modest = moderate~2 | moderate = modest | usual = customary, normal | outdated = obsolete, out-of-date
obsolete = outdated | partial = incomplete~2 | patchy = uneven | plentiful = abundant | pressing = urgent | urgent = pressing
precise = exact, accurate | profitable = lucrative | profound = deep, far-reaching~2 | proper = correct~2 | redundant = superfluous | superfluous = unnecessary, redundant
unnecessary = needless, superfluous | relevant = pertinent | reliable = dependable | reliant on = dependent on | renowned = famous, well-known | robust = sturdy~2, solid~2
sensible = reasonable | sluggish = slow | sophisticated = advanced~2, complex~2
startling = surprising | striking = remarkable, notable | remarkable = notable, striking | sudden = abrupt | supplementary = additional | susceptible to = vulnerable to, prone to
vulnerable to = susceptible to~2 | prone to = susceptible to~2, liable to | tangible = concrete~2, palpable~2 | thorough = detailed~2, careful~2 | tiny = very small
tremendous = enormous | unaffordable = too expensive | unchanged = the same~2, constant~2 | unexpected = unforeseen, surprising~2 | unforeseen = unexpected | unfair = unjust | unjust = unfair
unpredictable = erratic~2 | volatile = unstable~2, erratic~2 | useful = helpful, valuable~2 | helpful = useful
viable = workable~2, feasible~2 | vigorous = strong, energetic~2 | wealthy = rich, affluent | well-off = affluent, wealthy | wide-ranging = broad, extensive
widely used = in wide use, in common use | willing to = ready to, prepared to | ready to = prepared to, willing to | prepared to = ready to, willing to
unwilling to = reluctant to~2 | reluctant to = unwilling to, hesitant to | unable to = not able to | the entire = the whole | the whole = the entire | virtually = practically, almost
practically = virtually, almost | absolutely = completely | actually = in fact, in reality | additionally = in addition | adequately = sufficiently | sufficiently = adequately
always = invariably~2, at all times | at all times = always | apparently = seemingly | badly = severely~2 | barely = scarcely, hardly | hardly = scarcely, barely
scarcely = barely, hardly | basically = essentially, in essence | essentially = basically, in essence | comparatively = relatively | relatively = comparatively, fairly~2
constantly = continually, all the time | conversely = by contrast | by contrast = in contrast, on the other hand | on the other hand = by contrast
cheaply = at low cost | deeply = profoundly | profoundly = deeply | enormously = hugely, vastly | vastly = greatly, enormously | evenly = uniformly, equally~2
explicitly = expressly | expressly = explicitly | greatly = considerably, enormously~2 | hence = therefore, thus | illegally = unlawfully | unlawfully = illegally | legally = lawfully~2
inevitably = unavoidably~2, necessarily~2 | just under = slightly below, a little under | just over = slightly over, a little more than | slightly more than = just over, a little over
slightly less than = just under, a little under | little more than = scarcely more than, just over~2 | normally = usually, as a rule | usually = as a rule, normally
nowadays = today, these days | overwhelmingly = very largely, for the most part~2 | personally = in person | precisely = exactly | exactly = precisely | principally = mainly, chiefly
publicly = in public, openly~2 | purely = solely, entirely | at random = randomly | randomly = at random | readily = easily, willingly~2 | repeatedly = again and again, time and again
safely = securely~2, without risk~2 | simply = merely, just | merely = only, simply | shortly = soon | soon = shortly | steadily = continuously~2
thereafter = afterwards, after that | tightly = closely~2, strictly~2 | traditionally = by tradition | typically = usually, as a rule | unanimously = with one voice | unexpectedly = surprisingly~2
worldwide = globally, across the globe | every month = each month, monthly | every day = each day, daily | every week = each week, weekly
in advance of = ahead of, before | prior to = before | amid = against the background of, in the midst of | as if = as though | as regards = with regard to
aside from = apart from, besides | at an early stage = early on | at first glance = at first sight | at first sight = at first glance | at the moment = at present, currently
by comparison = in comparison | close to = near | near = close to | despite = in spite of, notwithstanding~2 | ever since = since | for example = for instance | for instance = for example
for lack of = for want of | for years = for a long time~2 | from now on = in future | in addition to = besides, on top of | on top of = in addition to, besides
in conjunction with = together with, along with | in connection with = in relation to~2 | in detail = at length~2 | in excess of = more than, over | in keeping with = in line with
in place of = instead of | instead of = rather than, in place of | in practice = in reality | in search of = looking for | in some places = here and there | in the near future = soon, before long
in the run-up to = ahead of, before | in the wake of = after, following | in this way = thus | in vain = without success | regardless of = irrespective of | irrespective of = regardless of
more or less = roughly | more often = more frequently | less often = less frequently | most often = most frequently | none of the = not one of the | not least = especially, in particular
nothing but = only | of all kinds = of every kind | on condition that = provided that | on site = on the spot | on the market = on sale~2 | on the rise = increasing, growing
on time = punctually | once again = once more, again | once more = again, once again | one another = each other | each other = one another | other than = apart from, except | over time = in the course of time, as time passes
plenty of = ample, a great deal of~2 | quite a few = a good many | sooner or later = eventually, in time~2 | that is why = for this reason | the remaining = the other, the rest of the~2
the rest of = the remainder of | throughout the year = all year round | all year round = throughout the year
time and again = repeatedly, again and again | again and again = repeatedly, time and again | to this end = for this purpose | for this purpose = to this end | under construction = being built
until recently = until not long ago | up to now = so far, until now | when it comes to = as regards | whether or not = whether | with the exception of = except for, apart from | without exception = in every case
three-quarters of = three quarters of | three quarters of = three-quarters of | a growing number of = more and more, ever more | a rising number of = a growing number of, more and more | a wide range of = many different, a great variety of
a great deal of = much | a good deal of = much | a lot of = a great deal of | for the time being = for now, for the moment | for now = for the time being
rates of interest = interest rates | unemployment rate = rate of unemployment | inflation rate = rate of inflation | growth rate = rate of growth
growth rates = rates of growth | success rate = rate of success | error rate = rate of error | supply chains = chains of supply | supply chain = chain of supply
living conditions = conditions of life | public spending = government spending, spending by the state~2 | low-income households = households on low incomes | low-income families = families on low incomes
single parents = lone parents | single mothers = lone mothers | lone parents = single parents | nursing homes = care homes~2 | mobile phones = mobiles, cell phones~2 | mobile phone = mobile~2, cell phone~2
higher education = tertiary education | small businesses = small firms, small companies | small firms = small companies, small businesses
large companies = big companies, large firms | large firms = big firms, large companies | small and medium-sized enterprises = small and mid-sized firms | small and medium-sized companies = small and mid-sized firms
family businesses = family-owned businesses, family firms | city dwellers = people in the city, urban residents | rural residents = people in rural areas | net profit = net income~2 | operating profit = operating income~2
artificial intelligence = AI | power plants = power stations | power stations = power plants | power plant = power station | power station = power plant | power outages = power cuts | power cuts = power outages
renewable energy = energy from renewable sources | drinking water = potable water | air pollution = pollution of the air | air quality = quality of the air | water quality = quality of the water
traffic congestion = congested roads~2, traffic jams~2 | part-time work = part-time employment | workplace accidents = accidents at work | retirement age = pension age~2 | purchasing power = spending power
spending power = purchasing power | staff shortages = shortages of staff, lack of staff~2 | staff shortage = shortage of staff, lack of staff | labour shortages = shortages of labour | labour shortage = shortage of labour
spare parts = replacement parts | trade unions = unions, labour unions~2 | trade union = union, labour union~2 | local authorities = local councils~2
opening hours = hours of opening | carbon footprint = climate footprint~2 | side effects = unwanted effects, adverse effects~2 | public opinion = opinion among the public~2
household income = income of households | disposable income = income available for spending~2 | average age = mean age | average price = mean price | average income = mean income
tuition fees = fees for tuition | rental prices = rents | rental costs = rents~2 | housing shortage = shortage of housing
long waiting times = long waits | waiting times = waits
waiting lists = queues~2 | rainfall patterns = patterns of rainfall | weather patterns = patterns of weather | voter turnout = turnout of voters, turnout at the polls~2
job cuts = cuts in jobs, redundancies~2 | budget cuts = cuts in the budget | tax cuts = cuts in tax, lower taxes~2 | tax increases = increases in tax, higher taxes~2 | pay rise = rise in pay, wage increase
wage increases = increases in wages, pay rises | wage growth = growth in wages | sales growth = growth in sales | population growth = growth of the population | economic growth = growth of the economy
export growth = growth in exports | productivity growth = growth in productivity | demand growth = growth in demand | research results = results of research
survey results = results of the survey~2 | crop failures = failed harvests | crop failure = failed harvest | harvest time = time of harvest | data protection = protection of data | consumer protection = protection of consumers
climate protection = protection of the climate | environmental protection = protection of the environment | health protection = protection of health | animal welfare = welfare of animals | child care = care of children
childcare = care of children | law enforcement = enforcement of the law | tax evasion = evasion of tax | money laundering = laundering of money
faster than = more quickly than | slower than = more slowly than | probably = in all likelihood, very likely~2 | elsewhere = in other places
sooner than = earlier than | occasionally = now and then | alike = in equal measure~2 | too expensive = unaffordable | too little = not enough
in winter = over the winter | in summer = over the summer
at night = during the night | by night = during the night
per passenger = for each passenger | per pupil = for each pupil | per patient = for each patient | per household = for each household | per visitor = for each visitor | per employee = for each employee
per parcel = for each parcel | per consignment = for each consignment | per order = for each order | per unit = for each unit | per trip = for each trip | per farm = for each farm
large numbers of = great numbers of | in large numbers = in great numbers | on a large scale = extensively, to a large extent~2
on their own = by themselves, unaided~2 | by themselves = on their own | in a row = running, in succession | in succession = in a row, running
"""
