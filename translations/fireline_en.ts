<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertInbox</name>
    <message numerus="yes">
        <source>%1 (%n alerts)</source>
        <translation>
            <numerusform>%1 (%n alert)</numerusform>
            <numerusform>%1 (%n alerts)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) before</source>
        <translation>
            <numerusform>%n time before</numerusform>
            <numerusform>%n times before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertText</name>
    <message numerus="yes">
        <source>late %n minutes</source>
        <translation>
            <numerusform>late %n minute</numerusform>
            <numerusform>late %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due for %n minutes</source>
        <translation>
            <numerusform>due for %n minute</numerusform>
            <numerusform>due for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due in %n minutes</source>
        <translation>
            <numerusform>due in %n minute</numerusform>
            <numerusform>due in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n events went out. </source>
        <translation>
            <numerusform>%n event went out. </numerusform>
            <numerusform>%n events went out. </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComponentText</name>
    <message numerus="yes">
        <source>%1, and %n more otherwise</source>
        <comment>who was told otherwise</comment>
        <translation>
            <numerusform>%1, and %n more otherwise</numerusform>
            <numerusform>%1, and %n more otherwise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectorSeries</name>
    <message numerus="yes">
        <source>%n histograms are left out. Ask for one of their values.</source>
        <translation>
            <numerusform>%n histogram is left out. Ask for one of its values.</numerusform>
            <numerusform>%n histograms are left out. Ask for one of their values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionsDetails</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryText</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideOutcome</name>
    <message numerus="yes">
        <source>%n things ran late: %1.</source>
        <translation>
            <numerusform>One thing ran late: %1.</numerusform>
            <numerusform>%n things ran late: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rules were overridden %n times.</source>
        <translation>
            <numerusform>A rule was overridden once.</numerusform>
            <numerusform>Rules were overridden %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things went otherwise than the drill expects: its panel names them.</source>
        <translation>
            <numerusform>One thing went otherwise than the drill expects: its panel names it.</numerusform>
            <numerusform>%n things went otherwise than the drill expects: its panel names them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentSession</name>
    <message numerus="yes">
        <source>%n entries are not saved yet because the disk refuses to write. Make room, then try again.</source>
        <translation>
            <numerusform>One entry is not saved yet because the disk refuses to write. Make room, then try again.</numerusform>
            <numerusform>%n entries are not saved yet because the disk refuses to write. Make room, then try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricReader</name>
    <message numerus="yes">
        <source>More than %n columns. Export fewer series.</source>
        <translation>
            <numerusform>More than %n column. Export fewer series.</numerusform>
            <numerusform>More than %n columns. Export fewer series.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n series. Export fewer.</source>
        <translation>
            <numerusform>More than %n series. Export fewer.</numerusform>
            <numerusform>More than %n series. Export fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n series. Leave out columns that do not name a series, or export fewer.</source>
        <translation>
            <numerusform>More than %n series. Leave out columns that do not name a series, or export fewer.</numerusform>
            <numerusform>More than %n series. Leave out columns that do not name a series, or export fewer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricSeries</name>
    <message numerus="yes">
        <source>%n at a time that has one already</source>
        <translation>
            <numerusform>%n at a time that has one already</numerusform>
            <numerusform>%n at a time that has one already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out of order, put in place</source>
        <translation>
            <numerusform>%n out of order, put in place</numerusform>
            <numerusform>%n out of order, put in place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n infinite</source>
        <translation>
            <numerusform>%n infinite</numerusform>
            <numerusform>%n infinite</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricSnapshot</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderText</name>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n to answer</numerusform>
            <numerusform>%n to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objections</source>
        <translation>
            <numerusform>%n objection</numerusform>
            <numerusform>%n objections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n silent</numerusform>
            <numerusform>%n silent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessCheck</name>
    <message numerus="yes">
        <source>%n role(s) command; exactly one must.</source>
        <translation>
            <numerusform>%n role commands; exactly one must.</numerusform>
            <numerusform>%n roles command; exactly one must.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessReader</name>
    <message numerus="yes">
        <source>(%n more fault(s); &quot;fireline process check&quot; lists them.)</source>
        <translation>
            <numerusform>(%n more fault; &quot;fireline process check&quot; lists it.)</numerusform>
            <numerusform>(%n more faults; &quot;fireline process check&quot; lists them.)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessWords</name>
    <message numerus="yes">
        <source>%n phases.</source>
        <translation>
            <numerusform>%n phase.</numerusform>
            <numerusform>%n phases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalWords</name>
    <message numerus="yes">
        <source>Nothing to propose: %1 was as usual in this time (%n values).</source>
        <translation>
            <numerusform>Nothing to propose: %1 was as usual in this time (%n value).</numerusform>
            <numerusform>Nothing to propose: %1 was as usual in this time (%n values).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sitrep</name>
    <message numerus="yes">
        <source>%n more before %1: see the timeline.</source>
        <translation>
            <numerusform>%n more before %1: see the timeline.</numerusform>
            <numerusform>%n more before %1: see the timeline.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusRemarks</name>
    <message numerus="yes">
        <source>missing: %1, and %n more</source>
        <translation>
            <numerusform>missing: %1, and %n more</numerusform>
            <numerusform>missing: %1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripText</name>
    <message numerus="yes">
        <source>%n not acknowledged</source>
        <translation>
            <numerusform>%n not acknowledged</numerusform>
            <numerusform>%n not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call-backs: %n open</source>
        <translation>
            <numerusform>Call-backs: %n open</numerusform>
            <numerusform>Call-backs: %n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Status update due: late %n hours</source>
        <translation>
            <numerusform>Status update due: late %n hour</numerusform>
            <numerusform>Status update due: late %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Status update due: in %n hours</source>
        <translation>
            <numerusform>Status update due: in %n hour</numerusform>
            <numerusform>Status update due: in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Status update due: late %n minutes</source>
        <translation>
            <numerusform>Status update due: late %n minute</numerusform>
            <numerusform>Status update due: late %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Status update due: in %n minutes</source>
        <translation>
            <numerusform>Status update due: in %n minute</numerusform>
            <numerusform>Status update due: in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not on the disk. They stay in sight.</source>
        <translation>
            <numerusform>One entry is not on the disk. It stays in sight.</numerusform>
            <numerusform>%n entries are not on the disk. They stay in sight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people take part.</source>
        <translation>
            <numerusform>One person takes part.</numerusform>
            <numerusform>%n people take part.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n minutes</source>
        <comment>what is counted</comment>
        <translation>
            <numerusform>%1: %n minute</numerusform>
            <numerusform>%1: %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call-backs: %1 open, %2 late, %n not acknowledged</source>
        <translation>
            <numerusform>Call-backs: %1 open, %2 late, %n not acknowledged</numerusform>
            <numerusform>Call-backs: %1 open, %2 late, %n not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call-backs: %1 open, %n late</source>
        <translation>
            <numerusform>Call-backs: %1 open, %n late</numerusform>
            <numerusform>Call-backs: %1 open, %n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call-backs: %1 open, %n not acknowledged</source>
        <translation>
            <numerusform>Call-backs: %1 open, %n not acknowledged</numerusform>
            <numerusform>Call-backs: %1 open, %n not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n late</source>
        <comment>how many are open, how many of them are late</comment>
        <translation>
            <numerusform>%1 · %n late</numerusform>
            <numerusform>%1 · %n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n not acknowledged</source>
        <comment>how many are open, how many of them wait</comment>
        <translation>
            <numerusform>%1 · %n not acknowledged</numerusform>
            <numerusform>%1 · %n not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: saved here, %n people take part</source>
        <translation>
            <numerusform>Record: saved here, %n person takes part</numerusform>
            <numerusform>Record: saved here, %n people take part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: being saved, %n people take part</source>
        <translation>
            <numerusform>Record: being saved, %n person takes part</numerusform>
            <numerusform>Record: being saved, %n people take part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: read only, %n people take part</source>
        <translation>
            <numerusform>Record: read only, %n person takes part</numerusform>
            <numerusform>Record: read only, %n people take part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: saved here, %n entries on their way to the others</source>
        <translation>
            <numerusform>Record: saved here, %n entry on its way to the others</numerusform>
            <numerusform>Record: saved here, %n entries on their way to the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: shared with you to read, %n people take part</source>
        <translation>
            <numerusform>Record: shared with you to read, %n person takes part</numerusform>
            <numerusform>Record: shared with you to read, %n people take part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: saved here and shared, %n people take part</source>
        <translation>
            <numerusform>Record: saved here and shared, %n person takes part</numerusform>
            <numerusform>Record: saved here and shared, %n people take part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are saved on this computer and go to the shared backend by themselves.</source>
        <translation>
            <numerusform>%n entry is saved on this computer and goes to the shared backend by itself.</numerusform>
            <numerusform>%n entries are saved on this computer and go to the shared backend by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <comment>who may see a private incident</comment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Private: %n people may see it</source>
        <translation>
            <numerusform>Private: %n person may see it</numerusform>
            <numerusform>Private: %n people may see it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <comment>entries that the shared backend refused</comment>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: %n entries were not taken by the shared backend</source>
        <translation>
            <numerusform>Record: %n entry was not taken by the shared backend</numerusform>
            <numerusform>Record: %n entries were not taken by the shared backend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people who are connected now</comment>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files unsent</source>
        <comment>attachments that are not on the shared server yet</comment>
        <translation>
            <numerusform>%n file unsent</numerusform>
            <numerusform>%n files unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: saved here, %n attachments on their way to the others</source>
        <translation>
            <numerusform>Record: saved here, %n attachment on its way to the others</numerusform>
            <numerusform>Record: saved here, %n attachments on their way to the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachments are saved on this computer and go to the shared backend by themselves.</source>
        <translation>
            <numerusform>%n attachment is saved on this computer and goes to the shared backend by itself.</numerusform>
            <numerusform>%n attachments are saved on this computer and go to the shared backend by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <comment>fields that several people set at once</comment>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Record: %n fields were set by several people at once</source>
        <translation>
            <numerusform>Record: %n field was set by several people at once</numerusform>
            <numerusform>Record: %n fields were set by several people at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineBadge</name>
    <message numerus="yes">
        <source>corrected %n×</source>
        <translation>
            <numerusform>corrected %n×</numerusform>
            <numerusform>corrected %n×</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TriageRows</name>
    <message numerus="yes">
        <source>Offers %n steps: %1</source>
        <translation>
            <numerusform>Offers %n step: %1</numerusform>
            <numerusform>Offers %n steps: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkSentence</name>
    <message numerus="yes">
        <source>%n objections.</source>
        <translation>
            <numerusform>%n objection.</numerusform>
            <numerusform>%n objections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No objection so far, %n have not answered.</source>
        <translation>
            <numerusform>No objection so far, %n has not answered.</numerusform>
            <numerusform>No objection so far, %n have not answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::exchange::IncidentJson</name>
    <message numerus="yes">
        <source>%n action item(s) have no time and are not part of the timeline.</source>
        <translation>
            <numerusform>%n action item has no time and is not part of the timeline.</numerusform>
            <numerusform>%n action items have no time and are not part of the timeline.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::Alarms</name>
    <message numerus="yes">
        <source>%n things are late</source>
        <translation>
            <numerusform>%n thing is late</numerusform>
            <numerusform>%n things are late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::ChecklistModel</name>
    <message numerus="yes">
        <source>%1: %2 of %n steps are settled.</source>
        <translation>
            <numerusform>%1: %2 of %n step is settled.</numerusform>
            <numerusform>%1: %2 of %n steps are settled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::ClocksModel</name>
    <message numerus="yes">
        <source>%1: %n minutes.</source>
        <translation>
            <numerusform>%1: %n minute.</numerusform>
            <numerusform>%1: %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, due in %n minutes.</source>
        <translation>
            <numerusform>%1, due in %n minute.</numerusform>
            <numerusform>%1, due in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, late by %n minutes.</source>
        <translation>
            <numerusform>%1, late by %n minute.</numerusform>
            <numerusform>%1, late by %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, due for %n minutes.</source>
        <translation>
            <numerusform>%1, due for %n minute.</numerusform>
            <numerusform>%1, due for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, late by %n minutes when the incident was resolved, and not done.</source>
        <translation>
            <numerusform>%1, late by %n minute when the incident was resolved, and not done.</numerusform>
            <numerusform>%1, late by %n minutes when the incident was resolved, and not done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::DrillsModel</name>
    <message numerus="yes">
        <source>%1, drill of %n minutes with a guide, process %2</source>
        <translation>
            <numerusform>%1, drill of one minute with a guide, process %2</numerusform>
            <numerusform>%1, drill of %n minutes with a guide, process %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, drill of %n minutes, process %2</source>
        <translation>
            <numerusform>%1, drill of %n minute, process %2</numerusform>
            <numerusform>%1, drill of %n minutes, process %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::EscalationModel</name>
    <message numerus="yes">
        <source>%1. Waiting, due in %n minutes.</source>
        <translation>
            <numerusform>%1. Waiting, due in %n minute.</numerusform>
            <numerusform>%1. Waiting, due in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. Late by %n minutes.</source>
        <translation>
            <numerusform>%1. Late by %n minute.</numerusform>
            <numerusform>%1. Late by %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::NextStep</name>
    <message numerus="yes">
        <source>Next: %1, late by %n minutes.</source>
        <translation>
            <numerusform>Next: %1, late by %n minute.</numerusform>
            <numerusform>Next: %1, late by %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next: %1, late in %n minutes.</source>
        <translation>
            <numerusform>Next: %1, late in %n minute.</numerusform>
            <numerusform>Next: %1, late in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next: %1, late by %n hours.</source>
        <translation>
            <numerusform>Next: %1, late by %n hour.</numerusform>
            <numerusform>Next: %1, late by %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::PlaybookTextModel</name>
    <message numerus="yes">
        <source>This file was changed since it was begun: %n of the steps that were done are not in it any more: %1</source>
        <translation>
            <numerusform>This file was changed since it was begun: a step that was done is not in it any more: %1</numerusform>
            <numerusform>This file was changed since it was begun: %n of the steps that were done are not in it any more: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::ReviewModel</name>
    <message numerus="yes">
        <source>Deadlines: %n late</source>
        <translation>
            <numerusform>Deadlines: %n late</numerusform>
            <numerusform>Deadlines: %n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before closing: %n missing</source>
        <translation>
            <numerusform>Before closing: %n missing</numerusform>
            <numerusform>Before closing: %n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sections: %n to be written</source>
        <translation>
            <numerusform>Sections: %n to be written</numerusform>
            <numerusform>Sections: %n to be written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Questions: %n without an answer</source>
        <translation>
            <numerusform>Questions: %n without an answer</numerusform>
            <numerusform>Questions: %n without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Action items: %n open</source>
        <translation>
            <numerusform>Action items: %n open</numerusform>
            <numerusform>Action items: %n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Follow-ups that were noted: %n without an action item</source>
        <translation>
            <numerusform>Follow-ups that were noted: %n without an action item</numerusform>
            <numerusform>Follow-ups that were noted: %n without an action item</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::RolesModel</name>
    <message numerus="yes">
        <source>%1: %2, on for %n minutes.</source>
        <translation>
            <numerusform>%1: %2, on for %n minute.</numerusform>
            <numerusform>%1: %2, on for %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, on for %n minutes, being handed over to %3.</source>
        <translation>
            <numerusform>%1: %2, on for %n minute, being handed over to %3.</numerusform>
            <numerusform>%1: %2, on for %n minutes, being handed over to %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, on for %n minutes. The handover is to be planned.</source>
        <translation>
            <numerusform>%1: %2, on for %n minute. The handover is to be planned.</numerusform>
            <numerusform>%1: %2, on for %n minutes. The handover is to be planned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, on for %n minutes, longer than the process allows.</source>
        <translation>
            <numerusform>%1: %2, on for %n minute, longer than the process allows.</numerusform>
            <numerusform>%1: %2, on for %n minutes, longer than the process allows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be heard of since %n minutes.</source>
        <translation>
            <numerusform>To be heard of since %n minute.</numerusform>
            <numerusform>To be heard of since %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be heard of within %n minutes.</source>
        <translation>
            <numerusform>To be heard of within %n minute.</numerusform>
            <numerusform>To be heard of within %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::TimelineFilter</name>
    <message numerus="yes">
        <source>%n machine events</source>
        <translation>
            <numerusform>%n machine event</numerusform>
            <numerusform>%n machine events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine events, shown below</source>
        <translation>
            <numerusform>%n machine event, shown below</numerusform>
            <numerusform>%n machine events, shown below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine events, folded; press Enter to show them</source>
        <translation>
            <numerusform>%n machine event, folded; press Enter to show it</numerusform>
            <numerusform>%n machine events, folded; press Enter to show them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::models::TimelineModel</name>
    <message numerus="yes">
        <source>Corrected %n times</source>
        <translation>
            <numerusform>Corrected %n time</numerusform>
            <numerusform>Corrected %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::print::PdfReport</name>
    <message numerus="yes">
        <source>Record of %n events, SHA-256 %1</source>
        <translation>
            <numerusform>Record of %n event, SHA-256 %1</numerusform>
            <numerusform>Record of %n events, SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events more on this computer alone</source>
        <translation>
            <numerusform>%n event more on this computer alone</numerusform>
            <numerusform>%n events more on this computer alone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::AsidePanel</name>
    <message numerus="yes">
        <source>%n entries are in this file and do not count for the others.</source>
        <translation>
            <numerusform>%n entry is in this file and does not count for the others.</numerusform>
            <numerusform>%n entries are in this file and do not count for the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::ChecklistDelegate</name>
    <message numerus="yes">
        <source>✓ All %n done</source>
        <translation>
            <numerusform>✓ All %n done</numerusform>
            <numerusform>✓ All %n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Takes %n minutes</source>
        <translation>
            <numerusform>Takes %n minute</numerusform>
            <numerusform>Takes %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::ComponentsPanel</name>
    <message numerus="yes">
        <source>Components: %n to be told</source>
        <comment>others know nothing of it, or something else</comment>
        <translation>
            <numerusform>Components: %n to be told</numerusform>
            <numerusform>Components: %n to be told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::DecisionsDelegate</name>
    <message numerus="yes">
        <source>✓ No objection from %n people asked</source>
        <translation>
            <numerusform>✓ No objection from the %n person asked</numerusform>
            <numerusform>✓ No objection from the %n people asked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::DecisionsPanel</name>
    <message numerus="yes">
        <source>Decisions: ▲ %n to look at again</source>
        <translation>
            <numerusform>Decisions: ▲ %n to look at again</numerusform>
            <numerusform>Decisions: ▲ %n to look at again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hypotheses: %n open</source>
        <translation>
            <numerusform>Hypotheses: %n open</numerusform>
            <numerusform>Hypotheses: %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::DrillsList</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::FindBar</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden by the filter</source>
        <translation>
            <numerusform>Show %n hidden by the filter</numerusform>
            <numerusform>Show %n hidden by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::FiringList</name>
    <message numerus="yes">
        <source>%1 (%n alerts)</source>
        <translation>
            <numerusform>%1 (%n alert)</numerusform>
            <numerusform>%1 (%n alerts)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::IncidentsList</name>
    <message numerus="yes">
        <source>▲ %n incidents could not be searched. Opening them says why.</source>
        <translation>
            <numerusform>▲ %n incident could not be searched. Opening it says why.</numerusform>
            <numerusform>▲ %n incidents could not be searched. Opening them says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::LatestAlert</name>
    <message numerus="yes">
        <source>For %n minutes</source>
        <translation>
            <numerusform>For %n minute</numerusform>
            <numerusform>For %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze alert for %n minutes</source>
        <translation>
            <numerusform>Snooze alert for %n minute</numerusform>
            <numerusform>Snooze alert for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are late, first: %1</source>
        <translation>
            <numerusform>%n thing is late, first: %1</numerusform>
            <numerusform>%n things are late, first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Alert: %1 And %n more.</source>
        <translation>
            <numerusform>Alert: %1 And %n more.</numerusform>
            <numerusform>Alert: %1 And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are late</source>
        <translation>
            <numerusform>%n thing is late</numerusform>
            <numerusform>%n things are late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::LogPanel</name>
    <message numerus="yes">
        <source>✓ Verified at %1: %n events, each as it was recorded.</source>
        <translation>
            <numerusform>✓ Verified at %1: %n event, as it was recorded.</numerusform>
            <numerusform>✓ Verified at %1: %n events, each as it was recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n came since; they are verified in a moment.</source>
        <translation>
            <numerusform>%n came since; it is verified in a moment.</numerusform>
            <numerusform>%n came since; they are verified in a moment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::NewIncidentForm</name>
    <message numerus="yes">
        <source>%n alert(s) will be linked to the incident.</source>
        <translation>
            <numerusform>%n alert will be linked to the incident.</numerusform>
            <numerusform>%n alerts will be linked to the incident.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::OrdersPanel</name>
    <message numerus="yes">
        <source>Actions: %1 open, %n late</source>
        <translation>
            <numerusform>Actions: %1 open, %n late</numerusform>
            <numerusform>Actions: %1 open, %n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Actions: %n open</source>
        <translation>
            <numerusform>Actions: %n open</numerusform>
            <numerusform>Actions: %n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended</source>
        <translation>
            <numerusform>%n ended</numerusform>
            <numerusform>%n ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::OutlineDelegate</name>
    <message numerus="yes">
        <source>▲ %n remarks</source>
        <translation>
            <numerusform>▲ %n remark</numerusform>
            <numerusform>▲ %n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::PasteBar</name>
    <message numerus="yes">
        <source>Add %n entries?</source>
        <translation>
            <numerusform>Add %n entry?</numerusform>
            <numerusform>Add %n entries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n entries? Lines marked with %1 stay in the field.</source>
        <translation>
            <numerusform>Add %n entry? Lines marked with %1 stay in the field.</numerusform>
            <numerusform>Add %n entries? Lines marked with %1 stay in the field.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n entries</source>
        <translation>
            <numerusform>Add %n entry</numerusform>
            <numerusform>Add %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::PlaybookShelfDelegate</name>
    <message numerus="yes">
        <source>✓ All %n done</source>
        <translation>
            <numerusform>✓ The step is done</numerusform>
            <numerusform>✓ All %n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::PlaybooksPanel</name>
    <message numerus="yes">
        <source>0 of %n playbooks shown.</source>
        <translation>
            <numerusform>0 of %n playbook shown.</numerusform>
            <numerusform>0 of %n playbooks shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::ReviewDelegate</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::RolesPanel</name>
    <message numerus="yes">
        <source>Roles: %n vacant</source>
        <translation>
            <numerusform>Roles: %n vacant</numerusform>
            <numerusform>Roles: %n vacant</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::SaidPage</name>
    <message numerus="yes">
        <source>%n entries since this was written.</source>
        <translation>
            <numerusform>%n entry since this was written.</numerusform>
            <numerusform>%n entries since this was written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::StatusHead</name>
    <message numerus="yes">
        <source>%n entries since this was drafted</source>
        <translation>
            <numerusform>%n entry since this was drafted</numerusform>
            <numerusform>%n entries since this was drafted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::StatusPanel</name>
    <message numerus="yes">
        <source>Status updates: %n late</source>
        <translation>
            <numerusform>Status updates: %n late</numerusform>
            <numerusform>Status updates: %n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::TimelineHeader</name>
    <message numerus="yes">
        <source>%n notes and other entries are hidden by this perspective.</source>
        <translation>
            <numerusform>%n note or other entry is hidden by this perspective.</numerusform>
            <numerusform>%n notes and other entries are hidden by this perspective.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::TimelineView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new entries, go to the end</source>
        <translation>
            <numerusform>%n new entry, go to the end</numerusform>
            <numerusform>%n new entries, go to the end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::views::TriagePanel</name>
    <message numerus="yes">
        <source>Triage: %n questions open</source>
        <translation>
            <numerusform>Triage: %n question open</numerusform>
            <numerusform>Triage: %n questions open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::DetectionDesk</name>
    <message numerus="yes">
        <source>And %n more series; the impact shows in none of them.</source>
        <translation>
            <numerusform>And %n more series; the impact does not show in it.</numerusform>
            <numerusform>And %n more series; the impact shows in none of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more series; the impact shows in %1 of them (restored: %2).</source>
        <translation>
            <numerusform>And %n more series; the impact shows in %1 of them (restored: %2).</numerusform>
            <numerusform>And %n more series; the impact shows in %1 of them (restored: %2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::EvidenceDesk</name>
    <message numerus="yes">
        <source>These are %n files. At most 100 are taken at once: none is attached.</source>
        <translation>
            <numerusform>This is %n file. At most 100 are taken at once: none is attached.</numerusform>
            <numerusform>These are %n files. At most 100 are taken at once: none is attached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are attached.</source>
        <translation>
            <numerusform>%n file is attached.</numerusform>
            <numerusform>%n files are attached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are not attached, the others are.</source>
        <translation>
            <numerusform>%n file is not attached, the others are.</numerusform>
            <numerusform>%n files are not attached, the others are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n files is attached.</source>
        <translation>
            <numerusform>The %n file is not attached.</numerusform>
            <numerusform>None of %n files is attached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::ExchangeDesk</name>
    <message numerus="yes">
        <source>%n entries are on their way to the backend.</source>
        <translation>
            <numerusform>%n entry is on its way to the backend.</numerusform>
            <numerusform>%n entries are on their way to the backend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachments are on their way to the backend.</source>
        <translation>
            <numerusform>%n attachment is on its way to the backend.</numerusform>
            <numerusform>%n attachments are on their way to the backend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The shared server went back in time. %n entries of others are missing there. This file has set them aside; their own consoles send them again.</source>
        <translation>
            <numerusform>The shared server went back in time. %n entry of others is missing there. This file has set them aside; their own consoles send them again.</numerusform>
            <numerusform>The shared server went back in time. %n entries of others are missing there. This file has set them aside; their own consoles send them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::InboxDesk</name>
    <message numerus="yes">
        <source>for %n minutes: %1</source>
        <translation>
            <numerusform>for %n minute: %1</numerusform>
            <numerusform>for %n minutes: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::IncidentWindow</name>
    <message numerus="yes">
        <source>%n entries are on their way to the disk.</source>
        <translation>
            <numerusform>%n entry is on its way to the disk.</numerusform>
            <numerusform>%n entries are on their way to the disk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not saved and are missing in the record. Make room on the disk, then try again.</source>
        <translation>
            <numerusform>%n entry is not saved and is missing in the record. Make room on the disk, then try again.</numerusform>
            <numerusform>%n entries are not saved and are missing in the record. Make room on the disk, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachments are not with the others yet.</source>
        <translation>
            <numerusform>%n attachment is not with the others yet.</numerusform>
            <numerusform>%n attachments are not with the others yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not with the others yet.</source>
        <translation>
            <numerusform>%n entry is not with the others yet.</numerusform>
            <numerusform>%n entries are not with the others yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::LinesDesk</name>
    <message numerus="yes">
        <source>%n lines that were never entered are back. Ctrl+Up brings them into quick entry.</source>
        <translation>
            <numerusform>%n line that was never entered is back. Ctrl+Up brings it into quick entry.</numerusform>
            <numerusform>%n lines that were never entered are back. Ctrl+Up brings them into quick entry.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines that you typed are not in the record: %1</source>
        <translation>
            <numerusform>%n line that you typed is not in the record: %1</numerusform>
            <numerusform>%n lines that you typed are not in the record: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::LogDesk</name>
    <message numerus="yes">
        <source>The log of %n events is exported: %1</source>
        <translation>
            <numerusform>The log of %n event is exported: %1</numerusform>
            <numerusform>The log of %n events is exported: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::SourcesDesk</name>
    <message numerus="yes">
        <source>%n alert(s) now</source>
        <translation>
            <numerusform>%n alert now</numerusform>
            <numerusform>%n alerts now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) that can alert</source>
        <translation>
            <numerusform>%n rule that can alert</numerusform>
            <numerusform>%n rules that can alert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series of load in ten minutes</source>
        <translation>
            <numerusform>%n series of load in ten minutes</numerusform>
            <numerusform>%n series of load in ten minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fireline::window::WindowProgram</name>
    <message numerus="yes">
        <source>%n entries were taken over.</source>
        <translation>
            <numerusform>%n entry was taken over.</numerusform>
            <numerusform>%n entries were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines found no place. “fireline import” names each with the reason.</source>
        <translation>
            <numerusform>%n line found no place. “fireline import” names each with the reason.</numerusform>
            <numerusform>%n lines found no place. “fireline import” names each with the reason.</numerusform>
        </translation>
    </message>
</context>
</TS>
