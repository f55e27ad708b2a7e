// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/actionregistry.h"
#include "memoryfeed.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace fireline::test {

/// A panel of its own model over a live incident, on the screen and with the keyboard: what it asks for is done at once.
template<typename Model, typename Panel>
struct PanelRig
{
    explicit PanelRig(const QString &process = QStringLiteral("sre-directorate"),
                      const QString &severity = QStringLiteral("SEV1"))
        : feed(process, severity)
        , model(feed)
        , panel(model, theme, times)
        , registry(&panel)
    {
        QObject::connect(&panel, &Panel::commandRequested, &panel, [this](const domain::Command &command) {
            asked.append(command);
            const auto done = feed.execute(command);
            if (!done)
                refusals.append(done.problem().text);
        });
        panel.addActions(registry);
        panel.resize(380, 640);
        panel.show();
        panel.activateWindow();
        panel.firstFocus()->setFocus();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("the panel did not get the keyboard");
    }
    template<typename T = QWidget>
    T *part(const QString &name) const
    {
        return panel.template findChild<T *>(name);
    }
    bool sees(const QString &name) const
    {
        const auto *widget = part(name);
        return widget && widget->isVisible();
    }
    /// A key for whatever has the keyboard, as a person presses it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    void type(const QString &text) const
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClicks(focus, text);
    }
    void lines(const QStringList &texts)
    {
        for (const QString &text : texts) {
            const auto done = feed.line(text);
            QVERIFY2(done.ok(), done ? "" : qPrintable(text + QStringLiteral(": ") + done.problem().text));
        }
    }

    MemoryFeed feed;
    Model model;
    views::Theme theme;
    views::TimeDisplay times{QTimeZone::utc()};
    Panel panel;
    views::ActionRegistry registry;
    QList<domain::Command> asked;
    QStringList refusals;
};

} // namespace fireline::test
