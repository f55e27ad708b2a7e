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
change "roll the deploy back"
approve C1
execute C1
verify C1 "checkout works again"
mitigate "Rollback deployment" "text=the last deploy is taken back" hypothesis=H1 result=restored status=Monitoring
judge M1 restored
see "@@@"
