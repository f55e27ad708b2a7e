// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/filedrops.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QWidget>

using namespace Qt::StringLiterals;
using fireline::views::FileDrops;

/// Files dropped on a window: taken in their order, left where they were; everything else goes on its way.
class TestFileDrops : public QObject
{
    Q_OBJECT
private slots:
    void takesFilesAsCopies();
    void leavesEverythingElse();

private:
    /// Whether the window took it; the action it answered with.
    static std::pair<bool, Qt::DropAction> drop(QWidget &window, const QMimeData &data)
    {
        const auto actions = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter({5, 5}, actions, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(&window, &enter);
        if (!enter.isAccepted())
            return {false, Qt::IgnoreAction};
        QDropEvent event({5, 5}, actions, &data, Qt::LeftButton, Qt::NoModifier);
        event.setDropAction(Qt::MoveAction);
        QCoreApplication::sendEvent(&window, &event);
        return {event.isAccepted(), event.dropAction()};
    }
};

void TestFileDrops::takesFilesAsCopies()
{
    QWidget window;
    const FileDrops drops(window);
    QSignalSpy dropped(&drops, &FileDrops::dropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/tmp/b.log"_s), QUrl(u"https://example.com"_s), QUrl::fromLocalFile(u"/tmp/a.log"_s)});
    QCOMPARE(drop(window, data), std::pair(true, Qt::CopyAction));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().first().toStringList(), QStringList({u"/tmp/b.log"_s, u"/tmp/a.log"_s}));
}

void TestFileDrops::leavesEverythingElse()
{
    QWidget window;
    const FileDrops drops(window);
    QSignalSpy dropped(&drops, &FileDrops::dropped);
    QMimeData text;
    text.setText(u"lag falls"_s);
    QVERIFY(!drop(window, text).first);
    QMimeData link;
    link.setUrls({QUrl(u"https://example.com"_s)});
    QVERIFY(!drop(window, link).first);
    QCOMPARE(dropped.size(), 0);
}

QTEST_MAIN(TestFileDrops)
#include "tst_filedrops.moc"
