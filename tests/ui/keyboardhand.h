// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storyhand.h"

class QAbstractItemView;

namespace fireline::test {

/// A keyboard alone: keys go to the window that has the focus, as the platform sends them, and only what is painted or spoken
/// is read. GUI thread.
class KeyboardHand : public StoryHand
{
public:
    void press(const QKeySequence &keys, int times = 1);
    void type(const QString &text);
    /// Tab (or Shift+Tab) until the control has the focus whose name contains this.
    void tabTo(const QString &name, const QKeySequence &by = Qt::Key_Tab);

    void declare(const QString &title, const QString &process, int severity) override;
    /// Its key, or Ctrl+K, its name, Return.
    void command(const QString &name, const QKeySequence &key = {}) override;
    void panel(const QString &title) override;
    /// Arrow keys.
    void row(const QString &text) override;
    void open() override;
    void deed(const QString &words, const QKeySequence &key) override;
    void answerInRow(const QString &text) override;
    void go(const QString &name, bool back = false) override;
    /// Tab to it, then Space.
    void button(const QString &name) override;
    void fill(const QString &name, const QString &value, bool back = false) override;
    void append(const QString &text) override;
    /// Return, or Ctrl+Return in a text of several lines.
    void sendForm() override;
    /// Ctrl+L, the line, Return.
    void entry(const QString &line) override;
    void typeEntry(const QString &rest) override;
    void isAt(const QString &name) override;

protected:
    [[nodiscard]] QStringList here() const override;
    [[nodiscard]] QStringList everywhere() const override;
    [[nodiscard]] QStringList cells() const override;

private:
    [[nodiscard]] QAbstractItemView *listWithFocus() const;
    [[nodiscard]] bool walkTo(QAbstractItemView *list, const QString &text, bool opening);
    void choose(const QString &value);

    QStringList m_passed; ///< rows, on the way to the one that is wanted
};

} // namespace fireline::test
