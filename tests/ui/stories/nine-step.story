# Checkout fails after a deploy: the nine steps, from the first look to the post-mortem.
real
tick "Is the service actually affected?"
tick "How widespread is the impact?"
tick "When did it start?"
tick "Are there any obvious causes"
claim ana
answer "Service" "Service" service=checkout
phase "2 Triage & Severity Assessment"
answer "User impact" "User impact: some" user_impact=some
answer "Business impact:" "Business impact: moderate" business_impact=moderate
answer "Triage record" "Triage record, written" impact="some customers cannot pay" business_kind=revenue ic_needed=Yes
severity P2 "checkout fails for many"
phase "3 Assemble Response Team"
role "Technical Lead" bo
role "Communications" cy
role "Scribe" di
phase "4 Initial Communication"
update "Internal channels" Investigating status=Investigating "impact=some customers cannot pay" "action=We look at the latest deploy" "eta=none known" next_update=10:30
send
tick "Set expectation for update frequency"
phase "5 Investigation & Diagnosis"
order "look at the connections" bo 5
strip "1 open"
ack A1
done A1 "the pool stands at its limit"
ended "the pool stands at its limit"
hypothesis "the connection pool is exhausted"
test H1 "compare with last week"
confirm H1 "the pool stands at its limit"
phase "6 Mitigation & Stabilization"
poll "roll the deploy back" 30
no-objection P1
answers P1 bo "No objection"
close-poll P1
change "roll the deploy back"
approve C1
execute C1
verify C1 "checkout works again"
mitigate "Rollback deployment" "text=the last deploy is taken back" hypothesis=H1 result=restored status=Monitoring
judge M1 restored
update "Internal channels" Monitoring status=Monitoring "impact=nobody is affected any more" "action=We watch the pool" "eta=none known" next_update=11:00
send
severity P3 "few customers saw it in the end"
severity P2 "payments were among them"
handover bo
accept "I have command" "ana handed over to bo"
strip "Command: bo"
later 20m
phase "7 Resolution & Recovery"
impact "Impact began" 09:55
impact "Impact ended" 10:15
need "Root cause addressed (not just symptoms)" "the leak is closed"
need "All affected features working" "checkout and payments"
need "No error spikes in logs" "quiet for ten minutes"
need "Metrics returned to normal" "as last week"
need "No customer complaints incoming" "support hears nothing"
need "No side effects from the fix" "looked at the payments too"
need "Validation checks run" "all green" "Resolve the incident: nothing is in the way"
answer "Resolve the incident" "Close the incident" "text=the deploy is taken back"
phase "8 Communication & Closure"
update "Internal channels" Resolved "root_cause=the pool was too small" "resolution=the deploy is taken back"
send
update "External status page" Resolved service=checkout "public_cause=a fault in an update" "public_impact=some payments failed"
send
tick "Thank response team"
schedule "2026-03-04 14:00"
later 2d
phase "9 Post-Mortem & Learning"
section "Summary: still" "checkout failed for some for fifteen minutes"
section "Impact: still" "some customers could not pay"
section "Timeline: still" "the deploy, the full pool, the roll-back"
section "Root Cause: still" "the pool was too small for the new query"
section "Contributing Factors: still" "no alarm watched the pool"
section "What Went Well: still" "the roll-back took two minutes"
section "What Could Be Improved: still" "the alarm came from a customer"
section "Action Items: still" "an alarm for the pool"
section "Lessons Learned: still" "look at pools before a deploy"
why "the pool was exhausted"
why "the new query holds a connection for long"
factor "no alarm watched the pool"
item "an alarm for the pool" owner=bo due=2026-03-20 ticket=https://tickets.example/1
held "bo, ana, cy"
close-review
answer "Close the incident" "Is it an incident" "text=all of it is written down"
window "Incident closed"
events incident.declared incident.confirmed item.checked role.taken phase.moved severity.set role.assigned update.drafted update.sent
events order.given order.acknowledged order.done hypothesis.proposed hypothesis.testing hypothesis.confirmed
events poll.opened poll.answered poll.answered poll.closed change.proposed change.approved change.executed change.verified mitigation.applied mitigation.judged update.sent
events severity.set severity.set handover.offered handover.accepted impact.stated gate.confirmed incident.resolved
events update.sent update.sent review.scheduled review.edited why.added factor.added actionItem.added review.held review.closed
events incident.closed
