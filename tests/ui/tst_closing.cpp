// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"
#include "madeincident.h"

#include "core/event.h"
#include "shell/mainwindow.h"
#include "shell/messagebar.h"
#include "sqlite/sqlitejournal.h"
#include "state/incidentstate.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::test;
using views::Message;

namespace {

/// No thread of the pool does anything while it is there.
class BusyPool
{
public:
    BusyPool()
    {
        for (int i = 0; i < m_pool.maxThreadCount(); ++i)
            m_pool.start([this] { m_go.acquire(); });
    }
    ~BusyPool()
    {
        release();
        m_pool.waitForDone();
    }
    Q_DISABLE_COPY_MOVE(BusyPool)
    void release() { m_go.release(m_pool.maxThreadCount()); }

private:
    QThreadPool &m_pool = *QThreadPool::globalInstance();
    QSemaphore m_go;
};

/// The newest one that says why the window stays; null where none does.
std::optional<Message> whyOpen(LiveWindow &live)
{
    for (const Message &message : live.incident().window().messages().messages()) {
        if (message.id == u"close")
            return message;
    }
    return std::nullopt;
}

void pastePicture(LiveWindow &live)
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    QTest::keyClick(live.quickEntry(), Qt::Key_V, Qt::ControlModifier);
}

QStringList typesIn(const QString &path)
{
    QStringList types;
    const auto journal = store::SqliteJournal::open(path, store::SqliteJournal::Mode::ReadOnly);
    const bool read = journal && journal.value()->read(0, [&](qint64, const domain::Event &event) {
        types.append(event.type);
        return true;
    });
    return read ? types : QStringList();
}

} // namespace

/// A window that is closed finishes what it does for the record, and says so; whoever cannot wait need not.
class TestClosing : public QObject
{
    Q_OBJECT
private slots:
    void aPictureIsKeptBeforeTheWindowGoes();
    void whoeverCannotWaitNeedNot();

private:
    views::Theme m_theme;
};

void TestClosing::aPictureIsKeptBeforeTheWindowGoes()
{
    LiveWindow live(m_theme, LiveWindow::Setup());
    QVERIFY(!typesIn(live.path()).contains(u"attachment.added"_s));
    QSignalSpy closed(&live.incident(), &window::IncidentWindow::closed);
    BusyPool pool;
    pastePicture(live);
    QVERIFY(!live.window()->close());
    QVERIFY(live.window()->isVisible());
    QVERIFY(whyOpen(live));
    pool.release();
    QVERIFY(closed.wait());
    QVERIFY(!live.window()->isVisible());
    live.close();
    QCOMPARE(typesIn(live.path()).last(), u"attachment.added"_s);
}

void TestClosing::whoeverCannotWaitNeedNot()
{
    LiveWindow live(m_theme, LiveWindow::Setup());
    QSignalSpy closed(&live.incident(), &window::IncidentWindow::closed);
    const BusyPool pool;
    pastePicture(live);
    QVERIFY(!live.window()->close());
    const auto why = whyOpen(live);
    QVERIFY(why && why->buttons.size() == 1);
    QCOMPARE(why->buttons.first().text, u"Close, and be offered it next time"_s);
    why->buttons.first().press();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!live.window()->isVisible());
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestClosing test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_closing.moc"
