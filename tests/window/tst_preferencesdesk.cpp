// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdesk.h"

#include "processlibrary.h"
#include "theme/theme.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fireline;
using namespace fireline::domain;
using window::PreferencesDesk;

namespace {

/// A disk that waits to be let on, and can refuse.
struct Disk
{
    QSemaphore begun;
    QSemaphore go;
    bool refuses = false;

    session::SettingsFile::Writer writer()
    {
        return [this](const QString &path, const QByteArray &bytes) -> Outcome<void> {
            begun.release();
            go.acquire();
            if (refuses)
                return Problem{Problem::Kind::Io, u"no"_s, u"The disk is gone."_s, {}, {}, {}};
            return session::replaceFile(path, bytes);
        };
    }
};

} // namespace

/// What is changed is kept, in order, and nobody waits for the disk.
class TestPreferencesDesk : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void nobodyWaitsAndTheLastChangeCounts();
    void theEndWritesWhatIsLeft();
    void whatWasNotKeptIsToldAndTriedAgain();

private:
    [[nodiscard]] std::unique_ptr<PreferencesDesk> desk(const session::SettingsFile::Writer &writer)
    {
        m_settings = {m_folder->path(), m_folder->path(), u"nine-step"_s, u"ana"_s, u"01910000-0000-7000-8000-000000000001"_s};
        return std::make_unique<PreferencesDesk>(m_settings, m_processes, m_theme, Instant{1000000}, writer);
    }
    [[nodiscard]] QString kept()
    {
        return session::SettingsFile::open(m_settings.path(), Instant{1000000}).values().values().join(u' ');
    }
    static void rename(PreferencesDesk &desk, const QString &name)
    {
        desk.change([&](models::Preferences &preferences) { preferences.name = name; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    session::ConsoleSettings m_settings;
    process::ProcessLibrary m_processes{QString()};
    views::Theme m_theme;
};

// A name that is changed while the one before is on its way, and back again.
void TestPreferencesDesk::nobodyWaitsAndTheLastChangeCounts()
{
    Disk disk;
    const auto desk = this->desk(disk.writer());
    rename(*desk, u"Bo"_s);
    QTRY_COMPARE(disk.begun.available(), 1); // and this thread goes on, or nobody would let the disk on
    rename(*desk, u"ana"_s);
    disk.go.release(10);
    desk->flush();
    QVERIFY2(kept().contains(u"ana"_s) && !kept().contains(u"Bo"_s), qPrintable(kept()));
}

void TestPreferencesDesk::theEndWritesWhatIsLeft()
{
    Disk disk;
    disk.go.release(10);
    {
        const auto desk = this->desk(disk.writer());
        rename(*desk, u"Bo"_s);
    }
    QVERIFY2(kept().contains(u"Bo"_s), qPrintable(kept()));
}

void TestPreferencesDesk::whatWasNotKeptIsToldAndTriedAgain()
{
    Disk disk;
    disk.go.release(10);
    disk.refuses = true;
    const auto desk = this->desk(disk.writer());
    QSignalSpy problems(desk.get(), &PreferencesDesk::problemOccurred);
    rename(*desk, u"Bo"_s);
    desk->flush();
    QTRY_COMPARE(problems.size(), 1);
    disk.refuses = false;
    desk->change([](models::Preferences &preferences) { preferences.spelling = u"off"_s; });
    desk->flush();
    QVERIFY2(kept().contains(u"Bo"_s), qPrintable(kept()));
}

QTEST_MAIN(TestPreferencesDesk)
#include "tst_preferencesdesk.moc"
