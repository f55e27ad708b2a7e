// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storyhand.h"

#include <QAccessible>
#include <QPointer>

namespace fireline::test {

/// What a screen reader, a voice or a switch can do: the tree of names and roles is read, and the actions, texts and values that
/// it offers are used. No key, no mouse. GUI thread.
class AccessibleHand : public StoryHand
{
public:
    void declare(const QString &title, const QString &process, int severity) override;
    /// From the menus of the window, else from the list of all commands.
    void command(const QString &name, const QKeySequence &key = {}) override;
    void panel(const QString &title) override;
    void row(const QString &text) override;
    void open() override;
    void deed(const QString &words, const QKeySequence &key) override;
    void answerInRow(const QString &text) override;
    void go(const QString &name, bool back = false) override;
    void button(const QString &name) override;
    void fill(const QString &name, const QString &value, bool back = false) override;
    void append(const QString &text) override;
    void sendForm() override;
    void entry(const QString &line) override;
    void typeEntry(const QString &rest) override;
    void isAt(const QString &name) override;

protected:
    void lookCloser() override;
    [[nodiscard]] QStringList here() const override;
    [[nodiscard]] QStringList everywhere() const override;
    [[nodiscard]] QStringList cells() const override;

private:
    using Node = QAccessibleInterface *;

    /// In the panel that is worked in, else in its window.
    [[nodiscard]] Node control(const QString &name);
    void act(Node node, const QString &action);
    void press(Node button);
    void write(Node field, const QString &text);
    void choose(Node box, const QString &value);
    void palette(const QString &name);
    [[nodiscard]] bool findRow(Node list, const QString &text);
    [[nodiscard]] bool unfold(Node list);
    [[nodiscard]] Node currentRow() const;

    QPointer<QObject> m_list; ///< that the row is in
    QAccessible::Id m_row = 0;
};

} // namespace fireline::test
