"""Vetted exchanges of English verbs, by what follows them. A line: verb, what must follow, what may stand instead.

`t` a noun phrase as object, `i` none, `inf` to and a verb, `that` a clause, otherwise the particle itself (`on`, `for`).
`~2` after an alternative: a shade different. Hedges, denials and directions are kept: nothing here says more, less or
the reverse. Only the first word is inflected.
"""

from __future__ import annotations

ROWS = """
conflict with: clash with | climb i: rise | climb to: rise to | jump i: leap | rank among: be among | stay i: remain
cope with: manage | opt for: choose, decide on | deprive of: rob of | abandon t: give up | abolish t: do away with, scrap
accelerate t: speed up | accelerate i: speed up | account for: make up, represent | achieve t: attain, reach | acquire t: buy~2
adapt to: adjust to | address t: tackle | affect t: have an effect on, influence | agree that: concur that
aim inf: seek to, set out to | allocate t: assign, allot | allow t: permit | amount to: come to, total~2 | appear inf: seem to
argue that: hold that, maintain that | arise from: stem from, result from | assess t: evaluate | assume that: suppose that, take it that
attract t: draw | attribute to: put down to | award t: grant, give | ban t: prohibit, outlaw | begin inf: start to
begin i: start, get under way | believe that: take the view that, hold that | benefit from: profit from, gain from | block t: obstruct
boost t: increase | build t: construct, put up | buy t: purchase | call for: demand, ask for | carry t: transport
cause t: give rise to | change i: shift | choose t: opt for, pick | claim that: contend that, assert that | clarify t: spell out
combine t: bring together | compel t: force, oblige | compete with: vie with
complete t: finish | concentrate on: focus on, centre on
conclude that: come to the conclusion that, infer that | confirm t: corroborate
consist of: comprise | constitute t: make up, form | construct t: build, erect | consume t: use
contain t: include~2 | contribute to: add to, play a part in | convert t: transform
cooperate with: work with, team up with | cut t: reduce | deal with: handle, address | decide inf: resolve to, choose to
declare that: state that | decline i: fall, drop | decrease i: fall, drop | define t: lay down, set out | delay t: postpone
demand t: call for, insist on | demonstrate that: show that, prove that
depend on: rely on | describe t: portray, depict | design t: devise, draw up~2 | detect t: pick up, spot | deter t: put off, discourage
determine t: decide, govern~2 | devote t: dedicate, give over | differ across: vary across | disappear i: vanish
discourage t: deter, put off | discuss t: debate, consider~2 | display t: show
double i: rise twofold, increase twofold | draft t: draw up, prepare | drop i: fall, go down
ease t: relieve, relax~2 | eliminate t: do away with, remove | enable t: allow | encounter t: come up against, meet with
enhance t: improve | ensure t: guarantee, secure | ensure that: see to it that, make sure that
estimate that: reckon that | evaluate t: assess, appraise
examine t: study | exclude t: rule out | exist in: be found in | expand i: grow, widen
expand t: extend, widen~2 | expect that: anticipate that, reckon that | explain that: point out that
express t: voice, state | facilitate t: ease | fall i: decline, drop | fear that: worry that
feel that: have the feeling that | finance t: fund, pay for | fluctuate i: vary, go up and down
focus on: concentrate on, centre on | forbid t: prohibit, ban | force t: compel, oblige | forecast that: predict that
foster t: encourage, promote | fund t: finance, pay for | generate t: produce
govern t: regulate~2 | grow i: increase, expand | hamper t: hinder, impede
happen i: occur, take place | help t: assist | hinder t: hamper, impede | hire t: recruit
ignore t: disregard, overlook | illustrate t: show, demonstrate | impede t: hamper, hinder | implement t: carry out
imply that: suggest that~2, mean that~2 | improve t: enhance
increase t: raise | increase i: rise, grow | indicate that: suggest that | influence t: affect, have a bearing on | inform t: notify, tell
inhibit t: restrain, hold back | initiate t: launch | insist that: maintain that | install t: put in, fit | intend inf: plan to, mean to
intensify t: step up, reinforce | introduce t: bring in | investigate t: examine | interrupt t: disturb | invite t: ask | join t: become part of
justify t: warrant | lag behind: trail, fall behind | lead to: result in | limit t: restrict
link t: connect | locate t: find, situate~2 | lower t: reduce, bring down | maintain that: hold that, insist that
manage t: run, administer | manufacture t: make, produce | mention t: name, refer to | merge with: join with, combine with
modify t: change, alter | monitor t: watch, keep track of | move to: shift to, relocate to | need t: require
note that: observe that, remark that | obey t: comply with | object to: oppose, take exception to | oblige t: require | obtain t: get, secure
occupy t: hold, take up~2 | occur i: happen, take place | offer t: provide | offset t: make up for | operate t: run
operate i: work | oppose t: object to | organise t: arrange, hold~2 | originate from: stem from, come from | outweigh t: exceed~2
overcome t: surmount, get over | oversee t: supervise, watch over | owe to: attribute to | participate in: take part in
persist i: last, continue | plan inf: intend to, aim to
point out that: note that, observe that | pose t: present | possess t: own, have | postpone t: put off, defer | prefer t: favour
prepare t: draw up, get ready | preserve t: maintain, keep | prevent t: stop
proceed i: go ahead, go on | prohibit t: ban, forbid | prolong t: extend, lengthen | promise t: pledge | promote t: further, foster
propose t: put forward, suggest | protect t: safeguard, shield | provide t: offer | publish t: issue
pursue t: follow, go after~2 | quit t: leave | recognise t: acknowledge
recommend that: advise that | recruit t: hire
reduce t: lower, cut | refer to: mention, point to | reflect t: mirror | regard t: see, view | regulate t: govern
reinforce t: strengthen | reject t: turn down, refuse | relate to: concern, have to do with | relieve t: ease, alleviate
rely on: depend on | remove t: take away | repair t: mend, fix | report that: state that, say that
represent t: stand for~2, make up~2 | require t: call for | research t: study, investigate | resist t: withstand, oppose~2 | resolve t: settle, solve
respond to: react to | restrict t: limit, constrain | result from: stem from, arise from | result in: lead to
retain t: keep | return to: go back to, come back to | reveal that: show that, bring to light that | revise t: rework, amend~2
rise i: increase, go up | satisfy t: meet, fulfil | say that: state that, report that
seek inf: try to, aim to | seek t: look for | select t: choose, pick | shift to: move to, switch to
shorten t: cut, reduce | show that: indicate that, reveal that | simplify t: streamline | slow t: slow down, hold back
solve t: resolve, settle | specify t: lay down, stipulate | stabilise i: level off, settle down | start inf: begin to | start i: begin, get under way
state that: report that, say that | stimulate t: spur, encourage | stipulate that: lay down that, specify that | stop t: halt, end~2
strengthen t: reinforce, bolster | stress that: emphasise that, underline that | struggle inf: find it hard to
study t: examine, investigate | submit t: hand in, file | suffer from: be affected by | suggest that: indicate that | supervise t: oversee, monitor~2
supply t: provide, deliver~2 | surpass t: exceed, go beyond | survive t: outlast~2, live through
suspend t: halt~2 | switch to: change to, move to | tackle t: address | take part in: participate in, join in | target t: aim at
test t: try out, trial | threaten t: endanger | transfer t: move | transform t: change, reshape | transport t: carry, move
trigger t: set off, prompt | triple i: rise threefold, increase threefold | undermine t: weaken~2, erode | underline that: stress that, emphasise that
undertake t: carry out | upgrade t: modernise, improve~2 | urge t: call on | utilise t: use | vary across: differ across | view t: regard, see
violate t: breach, break | warn that: caution that | weaken t: erode, sap~2 | widen t: broaden
wish inf: want to | withstand t: resist, stand up to | yield t: produce | favour t: prefer~2 | extend t: prolong
work as: be employed as | carry out: conduct, perform | set up: establish, found | draw up: prepare, draft
hand in: submit, file | take over: acquire | take place: happen, occur | rule out: exclude, preclude | make use of: use
point to: indicate | drop to: fall to, go down to | fall to: drop to, go down to | rise to: climb to, go up to | increase to: rise to, climb to
grow to: rise to, increase to | decline to: fall to, drop to | shrink to: narrow to | grow from: rise from, increase from | shrink i: contract
narrow i: shrink | double from: rise twofold from | quadruple i: rise fourfold | halve t: cut by half | halve i: fall by half | exist i: be found
drive up: push up | push up: drive up, raise | bring down: lower, reduce | slow down: brake~2 | speed up: accelerate
phase out: discontinue gradually~2 | roll out: introduce | close down: shut down | run out of: use up | lag i: trail
dismiss t: lay off~2 | educate t: teach | evolve i: develop | emerge i: appear, come up | emerge from: arise from, come out of
endanger t: threaten, put in danger | endorse t: back, support | erode t: wear away, undermine | exacerbate t: worsen, aggravate | aggravate t: worsen
worsen i: get worse, deteriorate | deteriorate i: worsen, get worse | improve on: better | expire i: run out, lapse | exploit t: make use of
explore t: look into~2 | expose to: subject to | flow into: go into | gather t: collect | guarantee t: ensure, secure
harm t: damage, hurt | hurt t: harm | induce t: prompt, lead | inspect t: check, examine | irrigate t: water
last i: endure, go on | license t: authorise | live on: subsist on | matter i: count | negotiate t: work out~2
outline t: sketch | overtake t: pass | penalise t: punish | permit t: allow | praise t: commend | predict that: forecast that
predict t: forecast, foresee | prompt t: lead, cause | prosper i: do well, thrive | provide for: make provision for, envisage
react to: respond to | rebuild t: reconstruct | refurbish t: renovate
renovate t: refurbish, modernise | repay t: pay back | resume t: take up again | retire i: stop working~2
reuse t: use again | reveal t: bring to light, show | scale back: reduce, cut back | scale up: expand | scrap t: abolish, do away with
shape t: influence | specialise in: concentrate on | spur t: stimulate, encourage | stagnate i: stand still, level off
stem from: result from, come from | step up: increase, intensify | strive inf: seek to, try to | subsidise t: support | surge i: soar, jump
soar i: surge, jump | swap t: exchange | take effect: come into force | come into force: take effect | enter into force: take effect, come into force
tie to: link to, bind to | tighten t: make stricter, toughen | trace t: follow | track t: follow, trace | trim t: cut | try inf: attempt to, seek to
attempt inf: try to, seek to | underestimate t: underrate | unite t: bring together | value t: appreciate, prize | ventilate t: air | vote for: back~2
wait for: await | warn of: caution against~2 | waste t: squander | worry about: be concerned about | compete for: vie for
complain about: object to, be unhappy about~2 | comply with: abide by, observe | cooperate i: work together | count on: rely on
curb t: limit, check | decide on: settle on | decide that: rule that~2 | derive from: come from | diminish i: decrease, lessen
diminish t: reduce, lessen | disagree on: differ on, be divided on~2 | disagree about: differ about, be divided about | disrupt t: disturb, upset
donate t: give | duplicate t: copy | embrace t: welcome~2 | entail t: involve | equip with: fit with | exercise t: use~2
fit with: equip with | foresee t: anticipate | found t: set up, establish | fulfil t: meet, satisfy | go up: rise, increase | go down: fall, decline
halt t: stop | hinge on: depend on | illustrate that: show that | incur t: run up | insist on: demand | integrate t: build in~2
interfere with: disturb, hinder | isolate t: cut off | lay off: dismiss | learn that: find out that | look after: care for, tend
care for: look after | mitigate t: ease | motivate t: encourage | neglect t: disregard | outsource t: contract out | pledge inf: promise to
pollute t: contaminate | pool t: share, combine | pressure t: press | profit from: benefit from, gain from | qualify for: be eligible for
recede i: draw back | relocate to: move to | rent t: lease | request t: ask for | rest on: be based on | sign up for: register for | simulate t: model
suffice inf: be enough to | supplement t: add to, complement | tolerate t: accept~2, put up with | weigh on: burden | work on: be engaged in~2
eat t: consume | shoulder t: bear, carry~2 | differ about: disagree about | differ on: disagree on | conflict with: clash with, contradict~2 | practise t: exercise~2 | flag t: mark, point out~2 | deter t: discourage | consider that: hold that~2 | regard as: view as, consider~2 | transmit t: send, relay | fade i: wear off, weaken~2 | shred t: tear up~2 | earn t: receive~2, make~2
travel to: go to | outstrip t: exceed, surpass | outpace t: outstrip, exceed~2
attain t: reach, achieve | name t: cite | trust t: have confidence in | distrust t: mistrust
fear t: be afraid of | dislike t: object to~2 | promise inf: undertake to, pledge to
agree inf: consent to, undertake to~2 | afford t: pay for | breed t: raise, rear
assemble t: put together | mount t: install, fix~2 | attach t: fasten, fix | verify t: check, confirm
measure t: determine | gauge t: measure, assess | calculate t: work out, compute | compute t: calculate
classify t: group | map t: chart | document t: record
archive t: store, file | digitise t: convert into digital form | exhibit t: show, display
present t: show | explain t: account for, clarify | debate t: discuss
punish t: penalise | reimburse t: refund, pay back | refund t: reimburse, pay back
sponsor t: fund, support~2 | invest in: put money into | export to: sell to~2, ship to | import from: buy from~2, bring in from | trade in: deal in
collaborate with: cooperate with, work with | partner with: team up with, work with | merge t: combine, unite
encompass t: cover, include | comprise t: include, consist of | concern t: affect, relate to | alter t: change, modify
change t: alter, modify | adjust t: adapt, modify | adapt t: adjust, tailor~2 | extend to: reach to~2 | spread to: extend to | migrate to: move to
concentrate in: cluster in | cluster in: concentrate in | prevail i: predominate | endure i: last, persist
vanish i: disappear | appear i: emerge, surface~2 | arise i: emerge, occur | occur in: take place in, arise in | happen in: occur in, take place in
draw on: make use of, rely on | build on: draw on | originate in: come from~2, begin in
give rise to: lead to | evade t: escape, dodge~2 | alleviate t: mitigate, ease
burden t: weigh on, strain | strain t: burden, put pressure on | quicken t: accelerate, speed up | hasten t: speed up, accelerate
stall i: come to a standstill~2 | plunge i: slump, drop sharply | slump i: plunge, drop sharply | rebound i: recover
peak at: reach a high of, top out at | total t: amount to, add up to | equal t: match, correspond to
expand to: grow to, widen to | narrow to: shrink to, contract to | widen i: broaden, grow | broaden t: widen, extend
deepen t: intensify~2, strengthen~2 | jeopardise t: endanger, threaten | authorise t: permit, approve | approve t: authorise
ratify t: approve, confirm | dispute t: contest, challenge | contest t: dispute, challenge
challenge t: dispute, question | criticise t: find fault with, censure~2 | blame t: hold responsible
announce that: declare that, make known that | disclose t: reveal, make public
conceal t: hide | circulate t: distribute, pass round~2 | assign t: allocate, allot | ask for: request, call for~2
apply for: seek | administer t: manage, run | coordinate t: organise, align~2 | arrange t: organise | conceive t: devise, design
devise t: work out, design | pioneer t: be the first to use~2 | start t: begin | begin t: start, commence~2
finish t: complete, conclude | end t: terminate~2 | terminate t: end, discontinue | discontinue t: stop, end
disturb t: upset, disrupt | distort t: skew, falsify~2 | skew t: distort, bias | confuse t: mix up~2 | streamline t: simplify, rationalise~2
incorporate t: include, integrate | mix t: blend, combine | blend t: mix, combine | dissolve t: break down~2
melt t: liquefy~2 | burn t: incinerate~2, consume~2 | emit t: give off, release | absorb t: take up
derive t: obtain, draw
dispose of: get rid of, discard | discard t: throw away, dispose of | throw away: discard, dispose of | conserve t: preserve, save
reside in: live in, inhabit | inhabit t: live in, occupy | stay in: remain in | remain in: stay in
serve as: act as, function as | function as: serve as, act as | notice t: observe, become aware of
remember t: recall | suffer t: sustain | sustain t: keep up, maintain | aid t: assist
hesitate inf: be reluctant to, be slow to~2 | decline inf: refuse to | hope inf: aspire to, wish to~2
establish that: find that, determine that | discover that: find that, learn that
observe that: note that, notice that | remark that: note that, observe that | allege that: claim that, assert that
assert that: claim that, contend that | contend that: argue that, claim that | acknowledge that: concede that, admit that
admit that: concede that, acknowledge that | concede that: acknowledge that, admit that | emphasise that: stress that, underline that
propose that: suggest that | calculate that: work out that, estimate that~2 | continue inf: go on to | visit t: go to~2
send t: dispatch~2 | suspect t: have doubts about~2 | fade i: wear off
slip i: fall, drop
outperform t: do better than, surpass | put at: estimate at
dip i: fall, decline | dip to: fall to | dip from: fall from | plunge i: fall steeply | plunge to: fall steeply to | plummet i: fall steeply
swell i: grow, expand | swell to: grow to | dwindle i: shrink, decline | dwindle to: shrink to | outlaw t: ban, prohibit | curb t: restrain
spark t: trigger, set off | unveil t: present, make public | ramp up: step up, increase | call off: cancel
put off: postpone, defer | lay down: stipulate, set out | turn down: reject, refuse | look into: examine, investigate
act as: serve as, function as | range from: vary from | grapple with: struggle with, contend with | choose inf: decide to, opt to
opt inf: choose to, decide to | pledge inf: undertake to | vow inf: promise to, pledge to | discuss t: hold discussions on | investigate t: look into
inspect t: carry out inspections of~2 | emphasise t: place emphasis on, stress | threaten t: pose a threat to | contribute to: make a contribution to
lack t: be without | influence t: have an influence on
benefit t: be of benefit to | differ from: be different from | depend on: be dependent on | rely on: be reliant on | respond to: give a response to~2
suffice i: be enough | resemble t: be similar to, look like | belong to: form part of~2 | consist of: be made up of
comprise t: be made up of | result from: be the result of | arise from: be the result of | stem from: be the result of
govern t: lay down the rules for~2 | specialise in: focus on | compete with: be in competition with
correspond to: be equivalent to | originate in: have its origin in~2
fail inf: be unable to~2 | struggle with: have difficulty with
violate t: be in breach of | breach t: violate, be in breach of | represent t: be~3 | constitute t: be~3
surround t: enclose~2 | precede t: come before  | outlive t: survive | echo t: repeat~2 | evade t: avoid
"""
# Verbs that are as often nouns: they count as verbs only where the words around them leave no doubt.
NOUN_LIKE = frozenset(
    "account aim attribute award ban benefit block boost build cause change charge claim control cost cover cut deal decline decrease delay demand deposit design"
    " discharge display double drive drop ease experience face fall favour feature finance focus force forecast fund gain grant help hold hope import"
    " increase influence invite issue lack launch lead leave limit link market measure meet merge move need note object offer order oversee pass pay place plan"
    " point pose present process produce project promise prove purchase question reach record register release repair report research result return rise save say"
    " screen set share shift show sign slow spread start state stop store stress struggle study supply support suspect switch take target test transfer"
    " transport trust update upgrade urge use view visit warrant plant pilot price print rank rate rent reply reserve reward risk rule scale score sense sequence ship sort split sponsor stack stand stay stem swap talk tax tie top"
    " trace track trade train travel treat turn value vote wait waste watch wear work balance base bid call check collect copy crack damage date debate drain exchange exercise exhibit"
    " export feed fight file fill fine fit fix flow form free guarantee guide halt harvest heat host jump judge label lease license list load lock map mark match matter mix mount outline"
    " overhaul pack package paint park press pull push quote reserve appeal approach attack audit welcome win wish yield name burden strain challenge dispute contest doubt blame schedule end burn capture call term"
    " notice aid request blend grade document archive shape peak average total number equal gauge skew pioneer slump plunge stall guard breed clean cool narrow recall visit fade"
    " witness mean object subject man age contract complement cash group house phone drill exhaust sample score seed target title trick voice weight".split()
)
# Further verbs, known only as such.
KNOWN = (
    "receive absorb accept accompany act admit advertise allege amend analyse answer appeal approach approve assemble attack audit await back balance base belong bid borrow bring calculate"
    " call cancel carry certify check collect come compensate compile comply comprise compute conduct convince cool copy correct correspond count crack criticise cultivate damage"
    " date debate decide declare deduct defend deploy destroy dismiss donate drain earn educate elect embed emerge emit endorse engage enrol equip evolve exceed exchange exercise"
    " exhibit expire exploit explore export expose face feed fight file fill fine fit fix flow follow form free freeze fulfil get give go guarantee guide halt harvest have heal heat"
    " hit host imitate imprison incur indicate infect inspect insure integrate interrupt invent invite irrigate judge jump keep kill know label last lay leak learn lease lend license"
    " lie like list live load lock make mandate map mark marry match matter mature mix motivate mount narrow negotiate observe offset opt outline outperform outsource overhaul pack"
    " package paint park penalise pilot plant play predict press price print privatise propose prosecute publicise pull push put quote rank rate react read rebuild recall recycle"
    " refill refund reopen rent repay reply reserve reside retire retrain return reuse review reward risk rule save scale score scrap see sense sequence ship sit sort speak specialise"
    " spend split sponsor stack stand stay stem subsidise sue sustain swap take talk tax tell terminate think tie tighten top trace track trade train travel treat turn underestimate"
    " bring impose cover note register share undergo find hold leave lose pay set show present place ask remain trust order commission charge save cite feature measure observe process suit spread settle separate deny question apply"
    " become add replace dominate miss favour hesitate tend control explain handle win"
    " sort recover retrieve reclaim distribute employ encourage raise earmark develop support hit use estimate secure screen hope suspect adopt conclude complicate exempt withdraw follow create deliver attend process insure invest lend push reward compensate"
    " experience inherit prescribe weigh involve divide identify perform grade"
    " unite vaccinate validate value vote vow wait want warm wash waste watch weaken wear work worry write"
    " eat drink sleep live learn teach study visit attend transmit send weigh cost differ vary stack store fade shred photograph inspect spill melt freeze boil swim climb walk ride cycle fly sail dive hunt fish bake cook brew"
    " weave knit sew dye print spin carve forge weld drill dig pump pour mine sample screen treat heal diagnose prescribe vaccinate inject infect die born bury wed divorce retire resign quit promote hire fire strike"
    " protest march campaign lobby vote elect govern rule reign invade occupy arrest jail free flee escape migrate settle resettle displace evict house shelter feed clothe donate pledge promise swear lie cheat steal rob"
    " smuggle forge hack encrypt decode compress stream upload download browse search post tweet blog film record edit translate interpret publish review rate recommend scan map model simulate forecast compute automate"
    " yield ripen rot spoil decay erode flood drain irrigate sow plough graze milk shear slaughter butcher fell log replant restock overfish pollute contaminate filter purify disinfect sterilise"
)
