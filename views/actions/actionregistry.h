// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QWidget;

namespace fireline::views {

/// One thing that can be done, as menus, palette and key sheet show it. A value.
struct ActionSpec
{
    QString id;   ///< stable: "timeline.gotoTime"; keys and "last used" are kept under it
    QString text; ///< translated, verb and object: "Go to time…"
    QString help; ///< translated, one sentence: what it does and when it is wanted
    QString menu; ///< "file", "incident", "entry", "panels", "drill", "help", "view"; empty: palette only
    QString icon; ///< of resources/icons; may be empty
    QList<QKeySequence> keys = {};
    QWidget *scope = nullptr; ///< where the keys work: inside this widget, or in the whole window where it is null
    bool checkable = false;
};

/// The one table of everything that can be done. Menus, palette, key sheet and the audit are made from it. GUI thread; owned
/// by the window.
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    /// Empty where the action can be done now, else the translated reason why not: it is shown as tooltip and in the palette.
    using WhyNot = std::function<QString()>;
    using Handler = std::function<void()>;

    /// `window` gets the actions, so that their keys work in all of it.
    explicit ActionRegistry(QWidget *window);

    /// Precondition: the id is new, no key is taken, and no key is one that platforms need (ux 2.6).
    QAction *add(const ActionSpec &spec, Handler handler, WhyNot reason = {});

    [[nodiscard]] QAction *action(const QString &id) const;
    /// In the order they were added.
    [[nodiscard]] const QList<ActionSpec> &specs() const { return m_specs; }
    /// Asks every whyNot again; after events, a change of focus, and before a menu or the palette opens.
    void refresh();
    [[nodiscard]] QString whyNot(const QString &id) const;

signals:
    void added(const QString &id);
    /// For "last used first".
    void triggered(const QString &id);

private:
    struct Entry
    {
        QAction *action;
        WhyNot whyNot;
    };
    void refresh(const QString &id);

    QWidget *m_window;
    QList<ActionSpec> m_specs;
    QHash<QString, Entry> m_entries;
};

} // namespace fireline::views
