// SPDX-License-Identifier: GPL-3.0-or-later
#include "panelrig.h"
#include "panelscript.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline::conformance;

/// Each row of the five process documents where a person meets it: in the whole window, by keys (README.md of this folder).
class TestConformancePanels : public QObject
{
    Q_OBJECT
private slots:
    void hdf_data() { addRows(u"hdf"_s); }
    void hdf() { play(u"helpdeskflow"_s); }
    void sre_data() { addRows(u"sre"_s); }
    void sre() { play(u"sre-directorate"_s); }
    void hub_data() { addRows(u"hub"_s); }
    void hub() { play(u"community-hub"_s); }
    void nin_data() { addRows(u"nin"_s); }
    void nin() { play(u"nine-step"_s); }
    void lad_data() { addRows(u"lad"_s); }
    void lad() { play(u"severity-ladder"_s); }
    // No row of a document: how times are written (ux 5.2, item 16), in the zone of Berlin.
    void times_data() { addRows(u"times"_s); }
    void times() { play(u"sre-directorate"_s); }

private:
    static void addRows(const QString &process);
    void play(const QString &process);

    fireline::views::Theme m_theme;
};

void TestConformancePanels::addRows(const QString &process)
{
    QTest::addColumn<PanelRow>("row");
    const QString file = QStringLiteral(FIRELINE_SOURCE_DIR "/tests/conformance/panels/%1.txt").arg(process);
    for (const PanelRow &row : readPanelRows(qEnvironmentVariable("FIRELINE_PANEL_ROWS", file)))
        QTest::newRow(qPrintable(row.id)) << row;
}

void TestConformancePanels::play(const QString &process)
{
    QFETCH(PanelRow, row);
    PanelRig rig(m_theme, process);
    bool asked = false;
    for (const PanelStep &step : std::as_const(row.steps)) {
        const QString fault = takeStep(rig, step);
        QVERIFY2(fault.isEmpty(), qPrintable(u"%1, line %2: %3\n%4"_s.arg(row.says).arg(step.number).arg(step.line, fault)));
        asked = asked || isQuestion(step);
    }
    QVERIFY2(asked, "a row that asks nothing proves nothing");
}

QTEST_MAIN(TestConformancePanels)
#include "tst_conformance_panels.moc"
