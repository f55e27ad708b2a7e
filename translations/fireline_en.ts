<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>fireline::exchange::IncidentJson</name>
    <message numerus="yes">
        <source>%n action item(s) have no time and are not part of the timeline.</source>
        <translation>
            <numerusform>%n action item has no time and is not part of the timeline.</numerusform>
            <numerusform>%n action items have no time and are not part of the timeline.</numerusform>
        </translation>
    </message>
</context>
</TS>
