// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentsharing.h"
#include "livewindow.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "strip/strip.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::test;
using fireline::sync::LinkStatus;
using fireline::views::StripCell;

/// What the whole window says of a shared backend that is away, or lives in another time (ux 2.4, 2.8).
class TestWindowLink : public QObject
{
    Q_OBJECT
private slots:
    void whatIsAwayIsAwaySinceThen();
    void anotherClockIsTold();

private:
    views::Theme m_theme;
};

namespace {

void tell(LiveWindow &live, LinkStatus::State state, std::optional<Span> offset = {})
{
    LinkStatus status;
    status.state = state;
    status.offset = offset;
    live.incident().incident().sharing().linkChanged(status);
}

QStringList told(LiveWindow &live)
{
    QStringList texts;
    for (const views::Message &message : live.incident().window().messages().messages()) {
        if (message.id == "skew"_L1)
            texts.append(message.text);
    }
    return texts;
}

} // namespace

void TestWindowLink::whatIsAwayIsAwaySinceThen()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    const auto *cell = live.window()->findChild<views::Strip *>()->cell(StripCell::Save);
    const QString since = u"since "_s + live.feed().now().toUtc().toString(u"HH:mm"_s);
    tell(live, LinkStatus::State::Waiting);
    QVERIFY2(cell->accessibleName().endsWith(since), qPrintable(cell->accessibleName()));
    // Trying again makes it no younger.
    live.clock().advance(Span::minutes(7));
    tell(live, LinkStatus::State::Connecting);
    QVERIFY2(!cell->accessibleName().contains(u"since"_s), qPrintable(cell->accessibleName()));
    tell(live, LinkStatus::State::Waiting);
    QVERIFY2(cell->accessibleName().endsWith(since), qPrintable(cell->accessibleName()));
    tell(live, LinkStatus::State::Online);
    QVERIFY2(cell->accessibleName().contains(u"shared"_s), qPrintable(cell->accessibleName()));
    tell(live, LinkStatus::State::Waiting);
    const QString anew = u"since "_s + live.feed().now().toUtc().toString(u"HH:mm"_s);
    QVERIFY2(cell->accessibleName().endsWith(anew), qPrintable(cell->accessibleName()));
}

void TestWindowLink::anotherClockIsTold()
{
    LiveWindow live(m_theme, {.fill = fillBusy});
    tell(live, LinkStatus::State::Online, Span::seconds(2));
    QCOMPARE(told(live), QStringList());
    tell(live, LinkStatus::State::Online, Span::minutes(4));
    QCOMPARE(told(live).size(), 1);
    QVERIFY2(told(live).first().startsWith(u"This computer's clock is 4m behind the shared server's."_s),
             qPrintable(told(live).first()));
    // Closed, it stays closed while it is much the same.
    live.incident().window().messages().close(u"skew"_s);
    tell(live, LinkStatus::State::Online, Span::minutes(4) + Span::seconds(1));
    QCOMPARE(told(live), QStringList());
    tell(live, LinkStatus::State::Online, Span::seconds(-30));
    QVERIFY2(told(live).value(0).contains(u"30s ahead of"_s), qPrintable(told(live).join(u' ')));
    tell(live, LinkStatus::State::Online, Span{});
    QCOMPARE(told(live), QStringList());
}

QTEST_MAIN(TestWindowLink)
#include "tst_windowlink.moc"
