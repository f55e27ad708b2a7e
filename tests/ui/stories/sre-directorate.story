# Search is down: a SEV 2 from triage to the post-mortem.
real
claim ana
phase "Triage & Declaration"
answer "Is this an incident?: not" "Is this an incident?: Yes" is_incident=Yes
role "Operations Lead" bo
role "Communications Lead" cy
role "Scribe" di
impact "Impact began" 09:50
phase "Mobilization"
tick "Establish check-in cadence"
update "Private status page for employees" Investigating "summary=search gives errors" "Web App=Partial outage" next_update=10:20
send
update "Public tweets" Investigating "summary=Search gives errors. We are on it."
ask-approval
let-out legal
send-as cy
phase "Investigation"
order "read the logs of the search" bo 10
ack A1
done A1 "the index is locked"
hypothesis "the new index job holds a lock"
test H1 "stop the job in one region"
confirm H1 "search answers there again"
poll "stop the index job" 30
no-objection P1
answers P1 bo "No objection"
close-poll P1
change "stop the index job" eta=2m
approve C1
execute C1
verify C1 "search answers in all regions"
phase "Mitigation"
mitigate "Rollback" "text=the job is taken back" hypothesis=H1
judge M1 restored
severity SEV1 "checkout is touched as well"
severity SEV2 "only search was touched"
phase "Monitoring"
update "Private status page for employees" Monitoring "statusFree=Search answers again, we watch it"
send
handover bo
step "Incoming IC shadows"
later 15m
step "Outgoing IC posts"
report "Search answers. We watch."
step "Handing over Command to bo"
accept "I have Command" "ana handed over to bo"
strip "Command: bo"
impact "Impact ended" 10:12
phase "Resolution"
answer "Resolve the incident" "Close the incident" "stability=no error for ten minutes" who=bo
update "Public tweets" Resolved "summary=Search answers again."
ask-approval
let-out pr
send-as cy
phase "Post-Mortem"
section "Executive Summary: still" "search gave errors for twenty minutes"
section "Timeline: still" "the job, the lock, the roll-back"
section "Root Cause: still" "the new index job held a lock"
section "Impact: still" "search gave errors for all"
section "Action Items: still" "an alarm for locks of the index"
why "search gave errors"
why "the index was locked"
why "the new job holds the lock while it copies"
why "the job was tried with a small index alone"
why "there is no large index to try with"
factor "no alarm watched the lock"
question "Users affected" "all who searched"
question "Cost" "none known"
item "an alarm for locks of the index" owner=bo due=2026-03-20 tag=detection ticket=https://tickets.example/1
schedule "2026-03-04 14:00"
later 2d
held "bo, ana, manager, product_owner"
close-review
confirm-close "Slack transcript exported" "beside the report"
confirm-close "PagerDuty log exported" "beside the report"
confirm-close "Post-mortem exported" "beside the report"
tick "Check who had access"
answer "Close the incident" "Is it an incident" "text=the paperwork is done"
window "Incident closed"
events incident.declared incident.confirmed role.taken phase.moved role.assigned impact.stated item.checked update.sent
events update.approvalAsked update.approved update.sent
events order.given order.acknowledged order.done hypothesis.proposed hypothesis.testing hypothesis.confirmed
events poll.opened poll.answered poll.answered poll.closed change.proposed change.approved change.executed change.verified mitigation.applied mitigation.judged
events severity.set severity.set update.sent handover.offered handover.shadowing handover.sitrep handover.announced handover.accepted
events impact.stated incident.resolved update.approvalAsked update.approved update.sent review.edited why.added factor.added actionItem.added review.scheduled review.held review.closed
events gate.confirmed item.checked incident.closed
