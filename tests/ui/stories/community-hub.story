# A hub is gone: from the ticket of a community to the closed report.
claim ana
strip "Command: You"
real
answer "Incident source" "Incident source: freshdesk" source=freshdesk
answer "Tested or reproduced" "Tested or reproduced: reproduced" reproduced=reproduced
answer "Matches the definition" "Matches the definition of an outage: Yes" matches_outage=Yes
answer "The process proposes outage" "Verdict of the validation: outage"
severity P1 "it is an outage"
panel Checklist
see "Done by itself"
tick "PagerDuty alert tagged"
phase "2. Officially mark the beginning of the incident"
tick "Choose the Impacted Service"
need "A PagerDuty P1 incident exists" "I triggered it"
need "Someone has acknowledged the incident in PagerDuty" "I did"
need "A separate Slack channel for this incident exists" "hub-2026-03-02"
need "The community has been informed via Freshdesk of the ongoing incident" "their ticket says so" "3. Try resolving the issue can be entered"
role "Technology Lead" cy
role "Communication Liaison" di
phase "3. Try resolving the issue"
order "look at the audit log of the cluster" cy 10
strip "1 open"
ack A1
done A1 "a clean-up ran against it"
ended "a clean-up ran against it"
hypothesis "a clean-up ran against the wrong cluster"
test H1 "read its history"
confirm H1 "the name of the cluster stands in the history"
phase "4. Get all hands on deck"
poll "deploy the hub again, from the latest copy" 30
no-objection P1
answers P1 cy "No objection"
close-poll P1
change "deploy the hub again"
approve C1
execute C1
verify C1 "the hub answers"
phase "5. Communicate our status every few hours"
update "Community Representatives" Ongoing "current_state=The hub is gone, your files are safe" "tried=We found the cause" "next_steps=Deploy it again"
send
handover cy
step "able and willing"
step "Reassign the incident"
accept "I have command" "ana handed over to cy"
strip "Command: cy"
later 1h
phase "6. Make sure the incident is resolved"
need "The actions taken and suggested to be taken next are validated and reviewed" "went through every step" who=cy
phase "7. Communicate when the incident is resolved"
update "Community Representatives" Resolved "current_state=The hub is back and all files are there"
send
need "The incident is marked as Resolved in PagerDuty" "in its page"
need "The Freshdesk ticket is marked as Resolved" "in the browser"
answer "Resolve the incident" "Close the incident" "text=The hub is deployed again"
phase "8. Take follow-up actions"
section "Timeline: still" "the clean-up, the empty hub, the new deployment"
section "Summary: empty" "a hub was gone for an hour"
section "Cause: empty" "the clean-up took the name of a cluster for another"
why "a clean-up ran against the wrong cluster"
factor "both clusters have almost the same name"
item "ask for the name of the cluster before a clean-up" owner=cy due=2026-03-20
schedule "2026-03-05 14:00"
later 3d
held "cy, ana, di"
close-review
confirm-close "The timeline was imported from PagerDuty" "it lies in the report"
confirm-close "The messages of the Slack channel were imported" "they lie beside it"
answer "Close the incident" "Is it an incident" "text=the report is written"
window "Incident closed"
events incident.declared role.taken incident.confirmed severity.set item.checked phase.moved item.checked gate.confirmed incident.begun role.assigned
events order.given order.acknowledged order.done hypothesis.proposed hypothesis.testing hypothesis.confirmed
events poll.opened poll.answered poll.answered poll.closed change.proposed change.approved change.executed change.verified update.drafted update.sent
events handover.offered handover.able handover.accepted update.sent incident.resolved
events review.edited why.added factor.added actionItem.added review.scheduled review.held review.closed incident.closed
