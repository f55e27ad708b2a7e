// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "paintedtexts.h"
#include "playbooks/playbooksroles.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QListView>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using namespace fireline::test;
namespace p = models::playbooks;

/// A playbook followed in the real window, by keys alone: found by the palette, its steps ticked into the record, output kept as
/// hashed evidence; and all of it again after the window was closed.
class TestPlaybooks : public QObject
{
    Q_OBJECT
private slots:
    void isFollowedAndComesBack_data();
    void isFollowedAndComesBack();

private:
    views::Theme m_theme;
};

namespace {

QListView *part(LiveWindow &live, const QString &name)
{
    return live.window()->findChild<QListView *>(name);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QVERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// The first row of that part and step.
QModelIndex rowOf(QListView *text, p::Part wanted, int step)
{
    for (int row = 0; row < text->model()->rowCount(); ++row) {
        const QModelIndex index = text->model()->index(row, 0);
        if (index.data(p::PartRole).toInt() == wanted && index.data(p::NumberRole).toInt() == step)
            return index;
    }
    return {};
}

void openPlaybook(LiveWindow &live)
{
    QListView *list = part(live, u"playbooksList"_s);
    QVERIFY(list);
    QTRY_VERIFY(list->model()->rowCount() >= 3); // the files are read elsewhere
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activePopupWidget()
                || QApplication::focusWidget()->objectName().contains(u"palette"_s, Qt::CaseInsensitive));
    typeText(u"find a playbook"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"playbooksSearch"_s);
    QVERIFY(!list->visibleRegion().isEmpty()); // in front of the other panels
    typeText(u"database overl"_s);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), part(live, u"playbooksText"_s));
}

} // namespace

void TestPlaybooks::isFollowedAndComesBack_data()
{
    QTest::addColumn<QString>("process");
    QTest::addColumn<QString>("severity");
    QTest::newRow("community-hub") << u"community-hub"_s << u"P1"_s;
    QTest::newRow("helpdeskflow") << u"helpdeskflow"_s << u"P1"_s;
    QTest::newRow("sre-directorate") << u"sre-directorate"_s << u"SEV1"_s;
}

void TestPlaybooks::isFollowedAndComesBack()
{
    QFETCH(QString, process);
    QFETCH(QString, severity);
    const QByteArray output("pid 4711 runs for 00:42\n");
    LiveWindow live(m_theme, {.process = process, .severity = severity});
    openPlaybook(live);
    press(Qt::Key_C);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"SELECT pid"));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(output));
    press(Qt::Key_V);
    QListView *text = part(live, u"playbooksText"_s);
    QTRY_VERIFY(rowOf(text, p::Evidence, 1).isValid());
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(output, QCryptographicHash::Sha256).toHex());
    QCOMPARE(rowOf(text, p::Evidence, 1).data(p::HashRole).toString(), hash);
    press(Qt::Key_Space);
    QCOMPARE(live.feed().state().lists.value(u"playbook.database-overload"_s).items.size(), 1);
    QTRY_COMPARE(live.feed().saveStatus().saving, 0);
    const QString path = live.path();
    live.close();

    LiveWindow again(m_theme, path);
    openPlaybook(again);
    text = part(again, u"playbooksText"_s);
    QCOMPARE(rowOf(text, p::Step, 1).data(p::StepStateRole).toInt(), int(p::Checked));
    QVERIFY(!rowOf(text, p::Step, 1).data(p::ActorRole).toString().isEmpty());
    QVERIFY(rowOf(text, p::Step, 1).data(p::AtRole).toLongLong() > 0);
    QCOMPARE(rowOf(text, p::Evidence, 1).data(p::HashRole).toString(), hash);
    QVERIFY(rowOf(text, p::Step, 2).data(p::NextRole).toBool());
    // Opened on another day: a time of day alone would be taken for today's.
    static const QRegularExpression byWhomAndWhen(u"by\\W+ana\\W+at\\W+\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d"_s);
    QString painted;
    text->scrollTo(rowOf(text, p::Step, 1));
    for (const PaintedText &piece : paintedTexts(text->viewport()))
        painted += piece.text + u' ';
    QVERIFY2(byWhomAndWhen.match(painted).hasMatch(), qPrintable(painted));
}

QTEST_MAIN(TestPlaybooks)
#include "tst_playbooks.moc"
