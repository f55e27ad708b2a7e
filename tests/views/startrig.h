// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processlibrary.h"
#include "start/drillsmodel.h"
#include "start/firingmodel.h"
#include "start/hitsmodel.h"
#include "start/recentmodel.h"
#include "start/startwindow.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace fireline::test {

using namespace Qt::StringLiterals;
using namespace fireline::views;

/// A test of the window without a file: begin() shows it with all processes, an empty folder and empty lists.
class StartWindowTest : public QObject
{
protected:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_theme = std::make_unique<Theme>();
        m_times = std::make_unique<TimeDisplay>();
        m_recent = std::make_unique<models::RecentModel>();
        m_hits = std::make_unique<models::HitsModel>();
        m_drills = std::make_unique<models::DrillsModel>();
        m_firing = std::make_unique<models::FiringModel>();
        m_window = std::make_unique<StartWindow>(*m_theme, *m_times, m_clock,
                                                 StartModels{m_recent.get(), m_hits.get(), m_drills.get(), m_firing.get()});
        m_requests = std::make_unique<QSignalSpy>(m_window.get(), &StartWindow::declareRequested);
        m_window->setIncidentFolder(m_folder->path());
        use(u"nine-step"_s);
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_keys = 0;
    }
    void end()
    {
        m_requests.reset();
        m_window.reset();
    }
    void use(const QString &processId)
    {
        static const process::ProcessLibrary library({});
        QList<domain::Process> all;
        for (const auto &entry : library.entries()) {
            if (entry.process)
                all.append(*entry.process);
        }
        m_window->setProcesses(all, processId);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_keys;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// How many fields the process asks for.
    int startFields() { return int(m_window->findChildren<QWidget *>(QRegularExpression(u"^startField_"_s)).size()); }
    /// Enter from the title on, through what is asked for, to the worst severity and once more.
    void declare()
    {
        for (int presses = startFields() + 2; presses > 0; --presses)
            press(Qt::Key_Return);
    }
    /// What was asked for last; empty where nothing was.
    models::DeclareRequest asked()
    {
        return m_requests->isEmpty() ? models::DeclareRequest() : m_requests->takeLast().at(0).value<models::DeclareRequest>();
    }
    template<typename T>
    T *part(const QString &name)
    {
        return m_window->findChild<T *>(name);
    }

    domain::SimulatedClock m_clock{*domain::Instant::fromRfc3339(u"2025-03-04T09:00:00Z"_s)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TimeDisplay> m_times;
    std::unique_ptr<models::RecentModel> m_recent;
    std::unique_ptr<models::HitsModel> m_hits;
    std::unique_ptr<models::DrillsModel> m_drills;
    std::unique_ptr<models::FiringModel> m_firing;
    std::unique_ptr<StartWindow> m_window;
    std::unique_ptr<QSignalSpy> m_requests;
    int m_keys = 0;
};

} // namespace fireline::test
