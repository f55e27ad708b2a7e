// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QVBoxLayout;

namespace fireline::views {

class MessageRow;
class Theme;

struct MessageButton
{
    QString text; ///< translated, a verb
    std::function<void()> press;
};

/// What the window says to the person in front of it. A value.
struct Message
{
    /// A fault is of the record itself: nothing else takes its place.
    enum class Kind { Info, Warning, Refusal, Fault };

    Kind kind = Kind::Info;
    QString text;                      ///< translated, whole sentences
    QString source = {};               ///< the paragraph of the process that asks for it; may be empty
    QList<MessageButton> buttons = {}; ///< each closes the message after it was pressed
    QString id = {};                   ///< a newer one with the same id takes its place; empty: the text is the id
    bool once = false;                 ///< not shown again in this run after it was closed
    bool passes = false;               ///< of information with buttons: it goes by itself all the same
};

/// Messages between strip and timeline, at most three: never a dialog, never a theft of the focus. Refusals and warnings stay
/// until they are closed by Escape or by their button, information goes by itself. The newest is the bar's accessible name,
/// because a change of name is the only thing that screen readers are told of. GUI thread; owned by the window.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    static constexpr int Most = 3;

    explicit MessageBar(Theme &theme, QWidget *parent = nullptr);
    ~MessageBar() override;

    void show(const Message &message);
    /// Closes the one with that id, if it is there.
    void close(const QString &id);
    /// False where there is none.
    bool closeNewest();
    /// The keyboard goes to its first button, because somebody asked for it.
    void focusNewest();
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// The oldest first.
    [[nodiscard]] QList<Message> messages() const;

    /// Lets information go after half a minute. Called once a second while the window can be seen.
    void tick(domain::Instant now);

signals:
    void countChanged(int count);
    /// What had the keyboard is gone, and no message is left that could have it.
    void focusLost();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dismiss(qsizetype index);
    void remove(qsizetype index);
    void makeRoom();
    void announce();

    Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<MessageRow *> m_rows;
    QStringList m_closedForGood;
    domain::Instant m_now;
};

} // namespace fireline::views
