"""Vetted exchanges of English words other than verbs: general nouns, adjectives, adverbs, set phrases. Never a term, a name,
a hedge, a denial or a direction; nouns only where they name no matter of a trade (a share, a rise, a resident).

A line: word or phrase = alternatives; `~2` a shade different. Nouns are given in the singular and change number with it.
"""

from __future__ import annotations

NOUNS = """
ability = capacity~2 | advantage = benefit | aim = goal, objective
barrier = obstacle, hurdle | obstacle = barrier, hurdle | hurdle = obstacle, barrier | beginning = start | challenge = difficulty~2
characteristic = feature, trait | colleague = co-worker | concern = worry | consequence = result, effect
decline = fall, drop | decrease = fall, drop | defect = fault, flaw | fault = defect | deficit = shortfall | difficulty = problem
disadvantage = drawback | drawback = disadvantage | drop = fall, decline | dwelling = home | effect = impact | impact = effect
expenditure = spending, outlay | spending = expenditure, outlay | feature = characteristic | fall = drop, decline | goal = aim, target~2
grower = farmer~2 | improvement = advance~2 | increase = rise, growth~2 | resident = inhabitant | instance = case
lack = absence | maker = producer, manufacturer | manufacturer = maker, producer | objective = goal, aim
opportunity = chance | option = choice | outcome = result | problem = issue | progress = headway | proportion = share
purchaser = buyer | quantity = amount | reduction = cut, decrease | requirement = condition~2
restriction = limit, constraint | rise = increase, growth~2 | scarcity = shortage
share = proportion, percentage~2 | shipment = consignment | shortfall = deficit, gap
stage = phase | start = beginning, outset | supporter = advocate | takeover = acquisition
target = goal | tendency = trend | trader = dealer | type = kind | kind = type, sort
weakness = drawback~2, shortcoming | shortcoming = weakness | researcher = scientist | scientist = researcher | discussion = debate
debate = discussion | disagreement = dispute | dispute = disagreement | criterion = standard~2 | stretch = section
gap = difference~2 | growth = expansion, increase~2 | expansion = growth | pace = speed, rate | speed = pace | boundary = border~2, limit~2
assistance = help, support | help = assistance | ban = prohibition | prohibition = ban | newcomer = new entrant
rival = competitor | competitor = rival | backlog = queue~2 | surplus = excess | excess = surplus | breakthrough = advance~2 | mistake = error
prerequisite = precondition, condition | precondition = condition, prerequisite
method = technique, approach~2 | technique = method
"""

OTHERS = """
existing = current | additional = further, extra | further = additional~2 | extra = additional | annual = yearly | yearly = annual
total = overall, combined~2 | overall = total | previous = earlier, former~2 | earlier = previous~2 | prior = earlier
entire = whole, full | whole = entire | complete = full | sufficient = enough, adequate | insufficient = inadequate, not enough
adequate = sufficient | necessary = needed, required | widespread = common~2 | rapid = fast, swift | swift = rapid
considerable = substantial, sizeable | substantial = considerable, sizeable | severe = serious, acute | serious = severe
conventional = traditional, standard~2 | traditional = conventional~2, long-established | numerous = many | various = different, diverse
essential = vital, indispensable | vital = essential, indispensable | crucial = decisive, vital | decisive = crucial
important = significant, key~2 | notable = marked | particular = specific | specific = particular | comparable = similar
costly = expensive | inexpensive = cheap | cheapest = lowest-priced, least expensive | biggest = largest | chief = main, principal
principal = main, chief | key = central~2, main~2 | complex = complicated, intricate | complicated = complex, involved~2
simple = straightforward, plain~2 | straightforward = simple | lengthy = long, protracted | brief = short
entirely = wholly, completely | completely = wholly, entirely | fully = wholly, completely
partly = in part | partially = in part, partly | solely = only, exclusively | exclusively = only, solely | altogether = entirely, completely
rarely = seldom, hardly ever~2 | seldom = rarely | frequently = often | commonly = often, frequently | generally = in general, as a rule
as a rule = usually, generally | in general = as a rule, generally | gradually = step by step, bit by bit | step by step = gradually
increasingly = more and more | more and more = increasingly | noticeably = markedly, visibly | visibly = noticeably
dramatically = sharply, drastically | drastically = sharply, dramatically | strongly = greatly | greatly = considerably, very much
clearly = plainly, evidently | simultaneously = at the same time | jointly = together | together = jointly~2
separately = on their own~2, individually | recently = of late | lately = recently | previously = earlier, formerly | formerly = previously
originally = at first | initially = at first, to begin with | at first = initially | eventually = in the end | ultimately = in the end
finally = in the end | immediately = at once, straight away | promptly = without delay | quickly = rapidly | carefully = with care
easily = with ease | successfully = with success | so far = to date
as yet = so far | at present = currently | in the long term = in the long run | in the long run = in the long term
in the short term = in the short run | per head = per person, a head | per capita = per head, per person | per person = per head
per day = a day, daily | a day = per day, daily | per week = a week, every week | a week = per week | per month = a month, monthly
a month = per month, monthly~2 | per year = a year, annually | per hour = an hour | an hour = per hour | per annum = a year, per year
each year = every year, annually | every year = each year, annually | by means of = through, by way of | by way of = through, by means of
with the help of = by means of, using | on account of = because of, owing to | owing to = because of | in spite of = despite
as a consequence of = as a result of, owing to | in response to = in reaction to | in contrast to = unlike | unlike = in contrast to
in comparison with = compared with | in relation to = relative to | with respect to = as regards, regarding | regarding = concerning
concerning = regarding | apart from = except for, aside from | except for = apart from
no more than = at most, not more than | at most = no more than | not more than = no more than, at most | a third of = one third of
a quarter of = one quarter of | a fifth of = one fifth of | a tenth of = one tenth of | two thirds of = two-thirds of
a decade = ten years | the majority of = most | a large number of = many, numerous
a small number of = a few, not many~2 | a range of = various, several | a variety of = various, different kinds of
the vast majority of = the great majority of | a series of = several, a number of | a part of = some of
in the same period = over the same period | over the past = in the past, over the last
over the last = in the past, in the last | in the past = over the past~2, during the last | during the past = over the last
during the last = over the past | over the next = in the next, in the coming | in the next = over the next, within the next~2
within the next = in the next | in the coming = over the coming, in the next | in the course of = during, over~2
at the end of = at the close of | by the end of = before the end of~2, by the close of | at the beginning of = at the start of
at the start of = at the beginning of | in early = at the start of~2, early in | in late = late in | in mid- = midway through~2
until now = so far, to date | provided that = on condition that, as long as
even though = although, though | although = though, even though~2 | though = although | whereas = while | insofar as = to the extent that
not only = not just | but also = but equally~2, and also~2 | as well as = and also, along with | along with = together with, as well as
together with = along with | such as = for instance, like~2 | among other things = inter alia | and so on = and the like
in particular = above all, notably | notably = in particular | above all = chiefly, in particular | mainly = chiefly, mostly
mostly = mainly, chiefly | predominantly = mainly, for the most part | chiefly = mainly, mostly | thanks to = owing to, because of
because of = owing to, as a result of | therefore = for this reason, consequently | thus = in this way~2, so
consequently = as a result, for this reason | as a result = consequently | for this reason = therefore, that is why~2
nevertheless = even so, all the same | nonetheless = even so, all the same | meanwhile = in the meantime | moreover = besides, what is more
furthermore = moreover, besides | available only = to be had only~2
is able to = can
are able to = can
is based on = rests on | are based on = rest on | is composed of = consists of | are composed of = consist of | is required to = has to, must
are required to = have to, must | is obliged to = has to, must | are obliged to = have to, must | is reserved for = is set aside for, is kept for
are reserved for = are set aside for, are kept for | is tied to = is bound to, depends on~2 | are tied to = are bound to, depend on~2
is exposed to = faces | are exposed to = face | is intended to = is meant to | are intended to = are meant to
is designed to = is meant to, is built to | are designed to = are meant to, are built to | is difficult to = is hard to
are difficult to = are hard to | it difficult to = it hard to | is hard to = is difficult to | is easy to = is simple to | is equal to = equals
is equivalent to = equals, corresponds to | is similar to = resembles, is like | are similar to = resemble, are like
is comparable to = resembles~2, is much like | is located in = lies in, is in | are located in = lie in, are in
is in line with = matches, agrees with | on the basis of = based on, going by | on behalf of = for | in favour of = for
in accordance with = in line with, under~2 | in line with = in keeping with | with regard to = as regards | for the purpose of = for
in the absence of = without | in the event of = in case of | in the vicinity of = near | in the field of = in | in the area of = in
in the case of = with~2, for~2 | in the context of = as part of~2 | to a large extent = largely | to some extent = in part, partly
to a lesser extent = less | at the same time = simultaneously | on the whole = by and large, all in all | as a whole = overall~2
a shortage of = a scarcity of, a lack of | a lack of = an absence of, a shortage of~2 | the lack of = the absence of | the use of = using~2
the question of = the issue of | older people = elderly people, the elderly | elderly people = older people, the elderly
young people = the young, younger people | younger people = young people | in the workplace = at work
in rural areas = in the countryside | rural areas = the countryside | urban areas = towns and cities, cities~2
in cities = in towns and cities~2, in urban areas | city centres = town centres~2, inner cities | worldwide = across the world, around the world
globally = across the world, worldwide | around the world = worldwide, across the world | nationwide = across the country, throughout the country
abroad = in other countries | from abroad = from other countries
within six months = inside half a year~2, in the space of six months | in six months = in half a year | a dozen = twelve
nearly half = almost half, just under half | almost half = nearly half, just under half | more than half = over half | over half = more than half
less than half = under half | fewer than half = under half, not quite half~2 | around half = about half | about half = around half
roughly half = about half | than before = than previously | years earlier = years before
in the same situation = in the same position | in a similar situation = in a comparable position
in total = altogether, all told | all told = in total | in advance = beforehand | in most cases = mostly, usually | in many cases = often, frequently
in some cases = sometimes, at times | in a few cases = in isolated cases | a number of = several, some
a decade ago = ten years ago | a year earlier = the year before, one year earlier
the year before = the previous year | the previous year = the year before | compared with the previous year = on the year before
in winter = in the winter months | in summer = in the summer months | long-term = long-run | short-term = short-run
low-cost = inexpensive, cheap | high-quality = top-quality
on fewer days = less often | mainly because of = chiefly owing to, largely because of
mainly because = chiefly because, largely because | only because = solely because, just because | even more = still more | still more = even more
far more = much more | much more = far more | far less = much less | much less = far less | by far the = easily the | not yet = so far not
still not = not yet | even today = to this day | more often than = more frequently than | less often than = less frequently than
as often as = as frequently as | as soon as possible = at the earliest opportunity | as early as = already in~2 | from the start = from the outset
in the meantime = meanwhile | in return = in exchange | in exchange = in return | in turn = for its part~2 | in fact = indeed
in view of = given, in the light of | in the light of = in view of, given | in terms of = as regards, when it comes to
when it comes to = as regards, with regard to | with the exception of = apart from, except for | without exception = invariably
by contrast = in contrast, on the other hand | on the other hand = by contrast | in other words = that is to say
among them = including | in part because = partly because | is associated with = goes hand in hand with, is linked with
are associated with = go hand in hand with, are linked with | is linked to = is connected with, is tied to
are linked to = are connected with, are tied to
is related to = is connected with | are related to = are connected with | is involved in = takes part in | are involved in = take part in
is limited to = is restricted to | are limited to = are restricted to | is confined to = is limited to | are confined to = are limited to
is concentrated in = is found mainly in | are concentrated in = are found mainly in
is divided between = is split between, is shared between | are divided between = are split between, are shared between
is considered = is seen as~2, counts as | are considered = count as~2 | is allowed to = is permitted to, may | are allowed to = are permitted to, may
is forced to = has to, is compelled to | are forced to = have to, are compelled to | is willing to = is ready to, is prepared to
are willing to = are ready to, are prepared to | is unable to = cannot | are unable to = cannot | is unlikely to = will probably not
are unlikely to = will probably not | is likely to = will probably | are likely to = will probably | is planned for = is scheduled for
are planned for = are scheduled for | is scheduled for = is planned for | is under way = is in progress | are under way = are in progress
is in force = applies | is necessary to = is needed to, is required to | are necessary to = are needed to, are required to
is sufficient to = is enough to, suffices to | are sufficient to = are enough to, suffice to | was set up in = was established in, was founded in
has no access to = lacks access to | have no access to = lack access to
has the right to = is entitled to, may | have the right to = are entitled to, may | has been required to = has had to, has been obliged to
have been required to = have had to, have been obliged to | was required to = had to, was obliged to | were required to = had to, were obliged to
will be required to = will have to, will be obliged to | will have to = will be obliged to, will need to
would have to = would need to, would be obliged to | needs to be = has to be, must be | need to be = have to be, must be
have to be = need to be, must be | has to be = needs to be, must be | is now = has become~2, is at present | are now = have become~2, are at present
the latest = the most recent | the most recent = the latest | the highest level in = the highest for~2
at the same level = on the same level | three times as likely = three times likelier
more likely to = likelier to | less likely to = not as likely to | far from = a long way from
close to = near, not far from | near = close to | a wide range of = many kinds of, a broad range of | a great deal of = much
a lot of = plenty of | an important role in = a major part in | an important role = a major part | a key role in = a central part in
a central role in = a key part in | a major role in = an important part in | plays a role in = has a part in | play a role in = have a part in
side effects = unwanted effects | the general public = the public at large | public opinion = the public's view~2
decision-makers = those who decide~2 | stakeholders = those concerned
the elderly = older people, elderly people | single-person households = people living alone~2
"""
