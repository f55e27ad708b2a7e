// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/writingtools.h"

#include <QPointer>
#include <QPushButton>
#include <QTextCursor>

class QPlainTextEdit;

namespace fireline::models {
class ReviewModel;
}

namespace fireline::views {

class ActionRegistry;

/// Takes a picture of the graphs anew where one stands in the section that is being written: a button that is there while the
/// cursor is in a line with a picture of the record. The one before stays in the record. GUI thread; owned by the editor, which
/// gives it the text that is open, if any; the model outlives it.
class SectionPicture : public QPushButton
{
    Q_OBJECT
public:
    SectionPicture(models::ReviewModel &model, std::function<QPlainTextEdit *()> text, QWidget *parent);

    void setTools(const WritingTools &tools);
    /// Its key works in `scope`.
    void addActions(ActionRegistry &actions, QWidget &scope);
    /// Another text is open, or none.
    void follow();

private:
    void look();
    void take();
    void put(const QString &sha256);
    /// With the picture's mark selected; null where the cursor's line has none.
    [[nodiscard]] QTextCursor pictureHere() const;
    [[nodiscard]] QString whyNot() const;

    models::ReviewModel &m_model;
    std::function<QPlainTextEdit *()> m_text;
    WritingTools m_tools;
    QPointer<ActionRegistry> m_actions;
    QPointer<QPlainTextEdit> m_field; ///< in which `m_place` is
    QTextCursor m_place;              ///< of the picture that is being taken anew
};

} // namespace fireline::views
