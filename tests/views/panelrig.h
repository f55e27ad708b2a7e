// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/actionregistry.h"
#include "feedlines.h"
#include "text/timedisplay.h"
#include "theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace fireline::test {

/// The panel of a model, as a reference or as a pointer. A model whose panel wants more makes it itself: panel(theme, times).
template<typename Panel, typename Model>
Panel makePanel(Model &model, views::Theme &theme, views::TimeDisplay &times)
{
    if constexpr (requires { model.panel(theme, times); })
        return model.panel(theme, times);
    else if constexpr (requires { Panel(model, theme, times); })
        return Panel(model, theme, times);
    else
        return Panel(&model, theme, times);
}

/// A panel of its own model over a live incident, on the screen and with the keyboard: what it asks for is done at once, what
/// it prepares for quick entry is kept.
template<typename Model, typename Panel>
struct PanelRig
{
    explicit PanelRig(const QString &process = QStringLiteral("sre-directorate"),
                      const QString &severity = QStringLiteral("SEV1"), bool isPrivate = false)
        : feed(process, severity, QStringLiteral("ana"), isPrivate)
        , model(feed)
        , panel(makePanel<Panel>(model, theme, times))
        , registry(&panel)
    {
        QObject::connect(&panel, &Panel::commandRequested, &panel, [this](const domain::Command &command) { does(command); });
        QObject::connect(&panel, &Panel::entryRequested, &panel, [this](const QString &line) { prepared.append(line); });
        panel.addActions(registry);
        show({380, 640});
    }
    /// Of this size, with the keyboard on the list.
    void show(QSize size)
    {
        panel.resize(size);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("the panel did not get the keyboard");
        panel.firstFocus()->setFocus();
    }
    void does(const domain::Command &command)
    {
        asked.append(command);
        const auto done = feed.execute(command);
        if (done)
            return;
        refusals.append(done.problem().text);
        codes.append(done.problem().code);
    }
    template<typename T = QWidget>
    T *part(QAnyStringView name) const
    {
        return panel.template findChild<T *>(name.toString());
    }
    /// The one that is seen: an editor that was closed is deleted a moment later.
    template<typename T>
    T *seen(QAnyStringView name) const
    {
        for (T *found : panel.template findChildren<T *>(name.toString())) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    bool sees(QAnyStringView name) const { return seen<QWidget>(name); }
    /// A key for whatever has the keyboard, as a person presses it.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    /// A key for the list, wherever the keyboard is.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(panel.firstFocus(), key, modifiers);
    }
    void type(const QString &text) const
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClicks(focus, text);
    }
    void lines(const QStringList &texts, const QString &as = {}) { test::does(feed, texts, as); }
    QString why(const QString &action) const { return registry.whyNot(action); }
    QList<domain::Verb> verbs() const
    {
        QList<domain::Verb> all;
        for (const domain::Command &command : asked)
            all.append(command.verb);
        return all;
    }

    MemoryFeed feed;
    Model model;
    views::Theme theme;
    views::TimeDisplay times{QTimeZone("Europe/Berlin")};
    Panel panel;
    views::ActionRegistry registry;
    QList<domain::Command> asked;
    QStringList prepared;
    QStringList refusals; ///< as a person reads them
    QStringList codes;    ///< of the same
};

} // namespace fireline::test
