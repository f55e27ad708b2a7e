// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <functional>

namespace fireline::test {

/// What somebody does and reads in the windows, however his hands and eyes work. The first thing that does not go as wanted is
/// kept; whatever comes later is held back. GUI thread.
class StoryHand
{
public:
    virtual ~StoryHand() = default;
    StoryHand() = default;
    Q_DISABLE_COPY_MOVE(StoryHand)

    [[nodiscard]] const QString &fault() const { return m_fault; }
    [[nodiscard]] bool ok() const { return m_fault.isEmpty(); }
    void fail(const QString &why);
    /// Waits for it, and says what there was instead.
    void until(const std::function<bool()> &condition, const std::function<QString()> &instead);

    /// From the start window; the how many-th of the severities, 0: the last, "not assessed yet".
    virtual void declare(const QString &title, const QString &process, int severity) = 0;

    /// A command that works anywhere, by its name; `key` where it has one.
    virtual void command(const QString &name, const QKeySequence &key = {}) = 0;
    /// To a panel, which is worked in from then on.
    virtual void panel(const QString &title) = 0;
    /// To the row that says this, in the panel's list.
    virtual void row(const QString &text) = 0;
    /// What Enter does with that row.
    virtual void open() = 0;
    /// What else can be done with it: the words of it in the row's menu, and its key.
    virtual void deed(const QString &words, const QKeySequence &key) = 0;
    /// Into the field that opened in the row, and done.
    virtual void answerInRow(const QString &text) = 0;

    /// To a control of the panel; `back`: it stands before the place where the keyboard is.
    virtual void go(const QString &name, bool back = false) = 0;
    virtual void button(const QString &name) = 0;
    /// The value of that control: a text, one of the choices, yes or no.
    virtual void fill(const QString &name, const QString &value, bool back = false) = 0;
    /// Behind what stands in the field already.
    virtual void append(const QString &text) = 0;
    /// The form that is being filled in is gone then.
    virtual void sendForm() = 0;

    /// Into quick entry, and recorded.
    virtual void entry(const QString &line) = 0;
    /// The same where something put the beginning of a line there already.
    virtual void typeEntry(const QString &rest) = 0;

    /// Where the keyboard is.
    virtual void isAt(const QString &name) = 0;
    /// Whether it is to be read now in the panel that is worked in.
    [[nodiscard]] bool reads(const QString &text) const;
    void see(const QString &text);
    void doNotSee(const QString &text);
    /// In the whole window: strip, messages, timeline, whatever is in sight.
    void seeInWindow(const QString &text);
    void strip(const QString &text);

protected:
    /// What it takes to read what is not there at once: rows that are folded.
    virtual void lookCloser() { }
    /// What can be read now: in the panel or window that is worked in, in all of the window, in the cells of the strip.
    [[nodiscard]] virtual QStringList here() const = 0;
    [[nodiscard]] virtual QStringList everywhere() const = 0;
    [[nodiscard]] virtual QStringList cells() const = 0;

private:
    QString m_fault;
};

/// Isolates and marks of direction are not read.
[[nodiscard]] QString readable(QString text);

} // namespace fireline::test
