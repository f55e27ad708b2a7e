<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
