"""Further vetted exchanges of English verbs, in the form of `verbs_en.ROWS`: verbs of reports, courts, trade, care and works."""

from __future__ import annotations

ROWS = """
accumulate i: build up, pile up | alert t: warn | alter t: change, modify | amend t: revise, change
announce that: make known that | anticipate t: expect, foresee | argue for: make the case for | argue against: speak out against~2 | arrange t: organise
arrive at: reach | assemble t: put together | assign t: allot, allocate | attach to: fix to, fasten to | authorise t: permit, allow
avoid t: avert~2 | back t: support | borrow from: take from~2 | broaden t: widen, extend | burden t: put a strain on, weigh on | bypass t: get round, sidestep~2
calculate t: work out, compute | catch up with: draw level with | circumvent t: get round, evade~2
classify as: class as | compensate for: make up for, offset | compile t: put together
compound t: worsen, aggravate | conceal t: hide | condemn t: denounce | conduct t: carry out | confine to: restrict to, limit to
consolidate t: strengthen~2 | contest t: dispute, challenge | contract i: shrink | contravene t: breach, violate | criticise t: find fault with
date back to: go back to | defer t: put off, postpone | depict t: portray | deploy t: use~2 | deserve t: merit
deviate from: depart from, diverge from | disclose t: reveal, make public | discontinue t: stop, end~2 | dispatch t: send
dispose of: get rid of | disprove t: refute | disregard t: ignore | distort t: skew | draw on: make use of | dry up i: run dry
embark on: start, set out on | emit t: release, give off | enlarge t: expand, extend | enrol in: sign up for, register for | equal t: match | evade t: get round
exchange t: swap | exhaust t: use up | expel t: throw out~2 | fall behind: lag behind | fall short of: miss, fail to reach
file t: submit, lodge | filter out: sift out | finish t: complete | flee from: escape from | flout t: ignore~2, defy~2
free up: release | frustrate t: thwart | give rise to: cause, lead to | give way to: yield to~2 | guard against: protect against | hand out: distribute
hand over: turn over~2, pass on~2 | highlight t: underline, draw attention to | hold back: restrain, slow | impair t: weaken, harm
keep pace with: keep up with | keep up with: keep pace with | lack t: be without | leave out: omit
lessen t: reduce, ease | lobby for: campaign for, press for | look for: seek | make up for: compensate for, offset | mirror t: reflect
notice t: observe | nurture t: foster | omit t: leave out | outpace t: outstrip | outstrip t: outpace, exceed | overestimate t: overrate
penetrate t: get into~2 | photograph t: take photographs of, take pictures of | phase in: introduce step by step
pinpoint t: locate exactly | place in: put in | plague t: trouble | play a role in: contribute to, play a part in | play a part in: contribute to, play a role in
postpone t: delay | press for: push for, call for~2 | prioritise t: give priority to, put first | probe t: examine | procure t: obtain, purchase
provoke t: trigger, cause | push for: press for | put forward: propose, suggest | rebound i: recover | reconsider t: rethink, think again about
rectify t: correct, put right | redirect t: divert | regain t: win back, recover | reimburse t: refund, pay back | relinquish t: give up
remedy t: put right, correct | replicate t: repeat, reproduce | rescue t: save | reside in: live in
restructure t: reorganise | revive t: bring back | revoke t: withdraw, cancel | safeguard t: protect | scrutinise t: examine closely
separate from: set apart from | set aside: earmark, reserve | shift t: move | shut down: close, close down | signal that: indicate that
skip t: go without, miss~2 | slash t: cut sharply | stage t: put on, organise | streamline t: simplify | summarise t: sum up
surrender t: give up | take advantage of: make use of | take care of: look after, care for | take into account: consider, allow for~2 | tap t: make use of
thrive i: flourish, do well | trail t: lag behind | transmit t: send, pass on~2 | treat as: regard as | turn away: send away~2
turn out inf: prove to | turn up i: appear, show up | unearth t: discover | verify t: check, confirm | voice t: express
waive t: forgo~2 | weigh on: burden, put a strain on | wind down: run down | wipe out: destroy~2, eliminate | worsen t: aggravate
amount to: add up to | end i: finish, come to an end | end in: finish in~2
move into: enter | pay for: finance, meet the cost of | pay off i: be worthwhile~2 | put pressure on: press~2
split into: divide into | divide into: split into | spread to: extend to~2 | talk about: discuss, speak of | think that: believe that, consider that
consider that: think that, take the view that | wear out i: become worn~2 | yield to: give way to
base on: found on~2 | bring together: unite, combine
cast doubt on: call into question, raise doubts about | call into question: cast doubt on, challenge~2
come at the expense of: be at the cost of~2
concern t: relate to, affect~2 | convince t: persuade~2 | date from: go back to | decline in: fall in~2
depend upon: rely on, depend on | draw attention to: highlight, point to | drop out i: give up~2 | drop out of: leave, quit | dwell on: linger on~3
fall victim to: be hit by~2 | feed on: live on
hover around: stay at about~2 | keep out: exclude, shut out | live with: share a home with~2 | lodge t: file
make clear that: point out that | make sure that: ensure that, see to it that | move away from: turn away from~2, depart from
place a burden on: weigh on | pull out of: withdraw from | withdraw from: pull out of, leave~2 | put an end to: stop, end | put in place: introduce, set up
rush inf: hurry to, hasten to | see to it that: ensure that, make sure that | set in i: begin | set out inf: aim to, undertake to
settle for: accept, make do with | spend on: devote to~2
stick to: keep to, adhere to | adhere to: stick to, keep to | subscribe to: sign up to~2 | suffer losses i: lose money~2
take the form of: come as~2 | throw away: discard, dispose of | discard t: throw away, get rid of | turn into: become, change into | use up: consume, exhaust
vie for: compete for | win over: persuade~2 | work out: calculate~2, devise~2 | wreck t: ruin, destroy
"""
