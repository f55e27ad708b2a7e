# One setting stops a content network: severity 1, from the alert to the retrospective.
real
claim ana
role "Technical Lead" bo
role "Communications" cy
answer "Triage record" "Triage record, written" "scope=all regions" "impact=most sites answer with errors"
impact "Impact began" 09:58
phase "2 Response & Mitigation"
tick "Establish communication protocol"
update "Announcement" "" service=network "brief=most sites answer with errors" "impact=most sites"
post
update "Stakeholders" Investigating "current_status=most sites answer with errors" "done_so_far=the team is gathered" "investigation=the latest settings" "eta=none known"
send
update "Status page" Investigating "service=content network" "impact=most sites" "current_status=We are looking into it"
send
order "list the settings of the last hour" bo 5
ack A1
done A1 "one was changed at 09:58"
tick "Check recent deployments"
hypothesis "one customer's new settings trip the edge software"
test H1 "switch them off in one place"
confirm H1 "the errors began in the same second"
poll "switch that setting off" 30
no-objection P1
answers P1 bo "No objection"
close-poll P1
change "switch that setting off"
approve C1
execute C1
verify C1 "sites answer again"
mitigate "Config change" "text=that setting is switched off" hypothesis=H1
judge M1 restored
severity 2 "nine of ten sites answer"
severity 1 "two regions are still down"
handover di
accept "I have command" "ana handed over to di"
strip "Command: di"
later 20m
phase "3 Recovery & Resolution"
impact "Impact ended" 10:10
need "Service restored" "sites answer in all regions" who=bo
need "All systems healthy" "no alert is firing" who=bo
need "No cascading failures" "queues and caches are level" "Resolve the incident: nothing is in the way" who=bo
answer "Resolve the incident" "Close the incident" "root_cause=a setting met a sleeping bug" "impact_summary=most sites, twelve minutes" "next_steps=ship the permanent fix"
update "Status page" Resolved "service=content network" "impact_summary=most sites, twelve minutes"
send
update "Stakeholders" Resolved "root_cause=a setting met a sleeping bug" "impact_summary=most sites, twelve minutes" "next_steps=ship the permanent fix"
send
tick "Post-incident communication plan"
phase "4 Post-Incident Review"
section "What Happened: still" "a setting of one customer met a bug that had slept for weeks"
section "Contributing Factors: still" "settings go to all places at once"
section "Systemic Issues: still" "no step between one place and all"
why "a setting met a sleeping bug"
why "the software was not tried with such a setting"
factor "settings go to all places at once"
item "settings reach one place first" owner=bo due=2026-03-20 tag=prevention ticket=https://tickets.example/1
item "write down how a setting is switched off" owner=cy due=2026-03-20 tag=documentation ticket=https://tickets.example/2
item "an alarm for errors of one place" owner=di due=2026-03-20 tag=monitoring ticket=https://tickets.example/3
close-review
which Retrospective
schedule "2026-03-03 09:00"
later 23h
held "di, bo, cy, ana"
close-review
answer "Close the incident" "Is it an incident" "text=all of it is written down"
window "Incident closed"
events incident.declared incident.confirmed role.taken role.assigned impact.stated phase.moved item.checked update.sent update.sent
events order.given order.acknowledged order.done hypothesis.proposed hypothesis.testing hypothesis.confirmed
events poll.opened poll.answered poll.answered poll.closed change.proposed change.approved change.executed change.verified mitigation.applied mitigation.judged
events severity.set severity.set handover.offered handover.accepted gate.confirmed incident.resolved update.sent update.sent
events review.edited why.added factor.added actionItem.added review.closed review.scheduled review.held review.closed incident.closed
