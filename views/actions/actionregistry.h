// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/actionspec.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

class QAction;

namespace fireline::views {

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

    /// Precondition: the id is new. A key that is taken, or that platforms need (ux 2.6), is left away and told in
    /// problems(): two actions with one key would lose it both.
    QAction *add(const ActionSpec &spec, Handler handler, WhyNot reason = {});

    [[nodiscard]] QAction *action(const QString &id) const;
    /// In the order they were added.
    [[nodiscard]] const QList<ActionSpec> &specs() const { return m_specs; }
    /// Why nothing may be written now; empty: it may. What writes is out of sight then, and its key is answered with this.
    void setReadOnly(const QString &reason);
    /// Why nothing can be written here at all, from now on: what writes stays in sight and says so.
    void lock(const QString &reason);
    [[nodiscard]] bool isReadOnly() const { return !readOnlyReason().isEmpty(); }
    [[nodiscard]] const QString &readOnlyReason() const { return m_readOnly.isEmpty() ? m_locked : m_readOnly; }
    /// Asks every whyNot again; after a change of focus, and before a menu or the palette opens.
    void refresh();
    /// For what happens often: an event concerns many panels, and each whyNot has to look at the incident. Asks a moment later,
    /// once for all who want it until then; does all of refresh() before a key or a click that may mean one of the commands,
    /// at the latest after a second.
    void refreshLater();
    [[nodiscard]] QString whyNot(const QString &id) const;

    /// The command that has this key for somebody at `focus`, whether it can be done now or not; empty where there is none.
    [[nodiscard]] QString idForKey(const QKeySequence &key, const QWidget *focus) const;

    /// The keys that work now, for what a person wants instead of ours: portable texts by id, an empty list for no key. They
    /// go before our own.
    void setUserKeys(const QMap<QString, QStringList> &keys);
    [[nodiscard]] const QMap<QString, QStringList> &userKeys() const { return m_userKeys; }
    /// Single letters in focused lists; on at first.
    void setLetterKeys(bool on);
    [[nodiscard]] bool letterKeys() const { return m_letterKeys; }
    [[nodiscard]] const QList<KeyProblem> &problems() const { return m_problems; }

    /// Tells those who listen to keyRefused(); false where nobody does.
    bool refuseKey(const QString &id);

signals:
    void added(const QString &id);
    /// Every whyNot is going to be asked by refresh(): what it looks at has to be up to date now.
    void aboutToRefresh();
    /// For "last used first".
    void triggered(const QString &id);
    /// Its letter was pressed in a list, and it cannot be done now. Where nobody listens, the letter is the list's.
    void keyRefused(const QString &id);
    void keysChanged();
    void readOnlyChanged(bool readOnly);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        QAction *action;
        WhyNot whyNot;
        QString key; ///< as it is shown: asked for often, and slow to make
        bool reading;
    };
    void askAll();
    void refresh(const ActionSpec &spec);
    void assignAllKeys();
    void assignKeys(const ActionSpec &spec);
    [[nodiscard]] QList<QKeySequence> wantedKeys(const ActionSpec &spec) const;
    [[nodiscard]] QString keyProblem(const ActionSpec &spec, const QKeySequence &key) const;

    QWidget *m_window;
    QList<ActionSpec> m_specs;
    QHash<QString, Entry> m_entries;
    QMap<QString, QStringList> m_userKeys;
    QList<KeyProblem> m_problems;
    QString m_readOnly;
    QString m_locked;
    bool m_letterKeys = true;
    QTimer m_soon;  ///< to refreshLater()'s moment later
    QTimer m_later; ///< to its second
    bool m_refreshing = false;
};

} // namespace fireline::views
