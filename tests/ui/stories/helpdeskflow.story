# Ticket updates arrive late: from the alert to the root cause analysis and the debrief.
real
claim ana
impact "Impact began" 09:52
role "SRE On-Call" fay
role "Engineering Lead" bo
role "Triage Agent" gil
phase "Triage"
answer "What fails" "What fails: specific feature" "failure=specific feature"
answer "Blast radius" "Blast radius: global" blast_radius=global
answer "Logs checked" "Logs checked: Yes" logs_checked=Yes
answer "Infrastructure metrics reviewed" "Infrastructure metrics reviewed: Yes" metrics_checked=Yes
severity P1 "customers see old data"
answer "Triage record" "Triage record, written"
panel Checklist
fill "Only the lists of my roles=no"
see "Done by itself"
fill "Only the lists of my roles=yes"
phase "Containment"
answer "Playbook" "Playbook: queue" playbook=queue
panel Checklist
fill "Only the lists of my roles=no"
tick "Disable non-critical workflows"
tick "Verify that essential functions"
panel Checklist
fill "Only the lists of my roles=yes"
order "see how long the queue is" fay 10
ack A1
done A1 "it grows by the minute"
hypothesis "a webhook blocks the queue"
test H1 "stop one webhook"
confirm H1 "its part of the queue drains"
poll "stop the outgoing webhooks of all workspaces" 30
answers P1 fay "No objection"
close-poll P1
change "stop the outgoing webhooks"
approve C1
execute C1
verify C1 "events wait in the queue"
mitigate "Disable faulty automation rules" "text=outgoing webhooks are stopped" hypothesis=H1
judge M1 "helped in part" "in part"
severity P0 "nobody can work with old data"
severity P1 "tickets can still be written"
handover bo
accept "I have command" "ana handed over to bo"
strip "Command: bo"
panel Roles
row "Communications Lead"
open
answer-in-row ana
window "You are Communications Lead now"
at "Quick entry"
update "Public status page" Investigating "summary=Tickets may look out of date" "nature=Some data is shown late" "scope=All workspaces" "affected_users=All customers" "regions=none known" "symptoms=Tickets are missing or old" "acknowledgement=We know and are working on it" "estimated_resolution=none known" "workaround=none known" next_update=10:30
send
phase "Resolution"
update "Public status page" Monitoring "summary=Tickets are up to date again" "nature=Some data was shown late" "scope=All workspaces" "affected_users=All customers" "regions=none known" "symptoms=Tickets were missing or old" "acknowledgement=We watch it" "estimated_resolution=none known" "workaround=none known" next_update=11:30
send
impact "Impact ended" 10:00
answer "Incident class" "Incident class: service degradation" "class=service degradation"
answer "Detection source" "Detection source: monitoring alert" "detection_source=monitoring alert"
need "Backlog drained and replayed" "each event was sent again" "Resolve the incident" who=fay
answer "Resolve the incident" "Close the incident" means=rollback "summary=every event is delivered"
phase "RCA"
section "What Happened: still" "a webhook blocked the queue of all workspaces"
section "Why It Happened: still" "one slow receiver holds the whole queue"
section "How It Was Detected: still" "an alert of the queue's length"
section "How Long It Lasted: still" "eight minutes"
section "Fixes Being Implemented: still" "a queue for each receiver"
section "Diagrams: still" "the queue and its receivers"
section "Logs: still" "of the queue, from 09:50 to 10:05"
section "Timeline: still" "the alert, the stop, the drain"
section "Action List: still" "a queue for each receiver"
why "tickets were shown late"
why "the queue was full"
why "one webhook blocked it"
why "its receiver was slow"
why "nothing limits how long a receiver takes"
factor "all receivers share one queue"
question "Caused by insufficient monitoring" no
item "Add a queue for each receiver" owner=bo due=2026-03-20
close-review
which "Internal Debrief"
section "What Went Smoothly: still" "the stop took two minutes"
section "What Failed Operationally: still" "nobody knew who owns the webhook"
schedule "2026-03-03 14:00"
later 1d
held "bo, ana, fay"
close-review
answer "Close the incident" "Is it an incident" "text=all of it is written down"
window "Incident closed"
events incident.declared incident.confirmed role.taken impact.stated role.assigned phase.moved severity.set
events item.checked item.checked order.given order.acknowledged order.done
events hypothesis.proposed hypothesis.testing hypothesis.confirmed poll.opened poll.answered poll.closed
events change.proposed change.approved change.executed change.verified mitigation.applied mitigation.judged
events severity.set severity.set handover.offered handover.accepted update.sent update.sent impact.stated gate.confirmed incident.resolved
events review.edited why.added factor.added actionItem.added review.closed review.scheduled review.held review.closed incident.closed
