"""Groups of English words that may stand for each other; one group a line, the first word its representative."""

from __future__ import annotations

GROUPS_EN = """
company firm enterprise business corporation
device equipment instrument
hospital clinic
rise increase grow climb gain up expand surge jump growth uptick
fall decrease decline drop down shrink reduce lower slump reduction contract
lead head
buy acquire purchase acquisition takeover
sell sale
make produce manufacture production output
cost expense expenditure spending
revenue turnover
approve approval clear clearance authorise authorize
publish issue release
show indicate demonstrate reveal find suggest
begin start launch commence
cause trigger prompt result
promote drive boost spur foster stimulate encourage
hinder hamper impede constrain limit restrict
inhibit suppress curb
need require demand requirement
important key crucial vital essential
big large sizeable
fast rapid quick swift
woman female
man male
about approximately
main major chief principal
share proportion portion percentage
elderly old aged older
doctor physician clinician
drug medicine medication pharmaceutical
lack shortage scarcity insufficient deficit
country nation
city urban metropolitan
rural countryside
workforce staff worker employee personnel
profit earnings
board directors director
airline carrier
shipment export
maximum ceiling cap
exchange return
build establish create set
use adopt apply employ application adoption
help assist aid support
improve enhance better improvement
expect forecast project anticipate predict projection expectation estimate
plan intend aim
first initial
rule regulation
import imported
worker employee staff labour labor
price pricing
supplier vendor
maker manufacturer producer
consumer customer buyer
vehicle car
farmer grower
factory plant
shipment consignment
duty tariff levy
authority power jurisdiction
student pupil learner
child kid
teacher educator instructor
parent guardian
resident inhabitant
household family
citizen national
user subscriber
voter elector
participant volunteer
researcher scientist investigator
expert specialist
official authority
minister secretary
prosecutor attorney
court tribunal judge
ruling decision verdict judgment judgement
law legislation statute
lawsuit litigation suit
fine penalty sanction
crime offence offense
prison jail
contract agreement deal
defect fault flaw
illness disease sickness ailment
therapy treatment
trial experiment
symptom sign
death fatality
injury wound
infection contamination
vaccine jab inoculation
surgery operation
weight mass
sleep slumber
teenager adolescent teen
pupil student
exam examination test
grade score mark
degree qualification
school institution
enrolment enrollment registration
curriculum syllabus
tuition fee
job post position vacancy employment
wage salary pay earnings
income earning
unemployment joblessness jobless
debt liability borrowing
loan credit lending
budget funding fund money finance
tax taxation
profit surplus
loss deficit
shortfall gap
trade commerce
export shipment
goods merchandise
shop store retailer
home house housing dwelling
rent rental
city town municipality
village hamlet
road highway
railway rail train
ship vessel
fear worry worries worried
aircraft airplane aeroplane airliner
emission pollution
climate weather
rainfall precipitation rain
storm hurricane
flood flooding
drought dryness
forest woodland tree
coast shore seaboard
ocean sea
ice glacier
crop harvest yield
livestock animal cattle
fertiliser fertilizer
pesticide insecticide
energy power electricity
battery cell
chip semiconductor
software programme program app
model system
benchmark test
network internet
privacy confidentiality
breach leak violation infringement
screen display
phone smartphone handset
museum gallery
visitor tourist guest
festival event
film movie picture
award prize
novel book
concert performance
match game fixture
tournament championship competition
team squad side
player athlete
coach manager
record milestone
victory win triumph beat defeat
lose loss
war conflict
peace truce
poll survey questionnaire
respondent interviewee
evidence proof
link association correlation connection relationship
finding result conclusion
study research review paper
risk danger hazard threat
benefit advantage gain edge
drawback disadvantage
hire recruit employ engage
dismiss fire sack
quit resign leave
close shut
open inaugurate
ban prohibit outlaw forbid
allow permit let
require oblige mandate
recommend advise urge
warn caution
say state note report announce
claim argue assert contend maintain
allege accuse
deny reject dispute refuse
admit acknowledge concede
agree consent
oppose resist object
back support endorse
pledge promise commit commitment vow
abandon drop scrap discontinue
cancel call
delay postpone defer
finish complete conclude
continue persist
stop halt cease
remain stay
disclose reveal divulge publish
hide conceal
discover find detect uncover
recall withdraw
replace substitute
reach attain hit
exceed surpass outstrip top
outperform beat surpass
attract draw lure
affect influence impact
blame attribute
damage harm hurt suffer
destroy ruin devastate
protect safeguard shield
save rescue
kill claim
displace evict uproot
migrate move
grant award give
receive get obtain
provide supply deliver offer
gather collect
measure gauge
own possess
additional extra further
annual yearly
roughly approximately about around
almost nearly
former ex previous
current present
recent latest
initial first
final last
frequent common
rare scarce uncommon
difficult hard tough
easy simple
safe secure
dangerous risky hazardous
poor low-income deprived
rich wealthy affluent
invalid void null
valid lawful
mandatory compulsory obligatory
optional voluntary
global worldwide international
abroad overseas foreign
nationwide national
adverse negative
serious severe grave
half 50%
"""
