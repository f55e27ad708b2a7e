// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileinstance.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using fireline::window::FileInstance;

/// Who finds a file open elsewhere gets the window that has it.
class TestFileInstance : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theOneThatListensIsRaised();
    void anotherNameOfTheFileIsTheSameFile();
    void nobodyAnswers();
    void aDeadSocketIsReplaced();

private:
    std::optional<bool> ask(const QString &path)
    {
        std::optional<bool> raised;
        FileInstance::askToRaise(path, this, [&](bool was) { raised = was; });
        (void)QTest::qWaitFor([&] { return raised.has_value(); });
        return raised;
    }
    QTemporaryDir m_folder;
    QString m_path;
};

void TestFileInstance::initTestCase()
{
    m_path = m_folder.filePath(u"one.fireline"_s);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void TestFileInstance::theOneThatListensIsRaised()
{
    FileInstance instance;
    instance.listen(m_path);
    QSignalSpy requested(&instance, &FileInstance::raiseRequested);
    QCOMPARE(ask(m_path), true);
    QCOMPARE(requested.size(), 1);
}

void TestFileInstance::anotherNameOfTheFileIsTheSameFile()
{
    FileInstance instance;
    instance.listen(m_path);
    const QString link = m_folder.filePath(u"link.fireline"_s);
    QVERIFY(QFile::link(m_path, link));
    QCOMPARE(ask(link), true);
}

void TestFileInstance::nobodyAnswers()
{
    QCOMPARE(ask(m_path), false);
}

void TestFileInstance::aDeadSocketIsReplaced()
{
    FileInstance first;
    first.listen(m_path);
    FileInstance second;
    second.listen(m_path);
    QSignalSpy requested(&second, &FileInstance::raiseRequested);
    QCOMPARE(ask(m_path), true);
    QCOMPARE(requested.size(), 1);
}

QTEST_GUILESS_MAIN(TestFileInstance)
#include "tst_fileinstance.moc"
