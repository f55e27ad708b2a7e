// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/sectionheadings.h"

#include <QObject>

#include <functional>

class QPlainTextEdit;
class QWidget;

namespace fireline::views {

class ActionRegistry;

/// Goes through the headings of the section that is being written: the keyboard stays in its text. GUI thread; owned by the
/// editor, which gives it the text that is open, if any.
class SectionHeads : public QObject
{
    Q_OBJECT
public:
    SectionHeads(std::function<QPlainTextEdit *()> text, QObject *parent);

    /// Their keys work in `scope`.
    void addActions(ActionRegistry &actions, QWidget &scope);
    [[nodiscard]] QList<models::SectionHeading> headings() const;
    void goTo(int line);

signals:
    /// The text is needed in sight.
    void textRequested();

private:
    void step(int by);
    [[nodiscard]] QString whyNot() const;

    std::function<QPlainTextEdit *()> m_text;
};

} // namespace fireline::views
