// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "review/writingtools.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace fireline::models {
class ReviewModel;
}

namespace fireline::views {

class ActionRegistry;
class DetailsBrowser;
class InlineForm;
class ReviewOutline;
class SectionChange;
class SectionHeads;
class SectionPicture;
class SectionPreview;
class SourceChooser;
class Theme;
class TimeDisplay;

/// Room for one section of a review: the outline at its side, its text, and its preview beside it or below; where there is room
/// for neither, a key turns one into the other. Holds the form of the panel, which asks for other things by itself. GUI thread;
/// owned by the panel; model, form, theme, times and tools outlive it.
class SectionEditor : public QWidget
{
    Q_OBJECT
public:
    SectionEditor(models::ReviewModel &model, InlineForm &form, Theme &theme, TimeDisplay &times, QWidget *parent);

    void setTools(const WritingTools &tools);
    void addActions(ActionRegistry &actions);
    /// The form is open for this section.
    void begin(const QString &section);
    /// It is open for something else, or closed.
    void end();
    [[nodiscard]] bool isWriting() const { return !m_section.isEmpty(); }
    /// Why the section cannot be kept as it stands; empty: it can.
    [[nodiscard]] QString whyNotKept() const;
    /// Soon, where the record or a picture is another.
    void showLater();

signals:
    void sectionRequested(const QString &section);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Place { Beside, Below, Instead };

    void buildPage();
    void buildSide();
    void arrange();
    void showNow();
    void showOutdated(const QString &text);
    void refresh();
    void turnPreview();
    void turnDifference();
    void showDifference();
    void turnTo(QWidget *side);
    void choose();
    void closeChooser();
    void showText();
    void showOutline();
    void insert(const QString &markdown, bool apart);
    void step(int by);
    void keepAndStep();
    void showKeys();
    [[nodiscard]] QString writingWhyNot() const;
    [[nodiscard]] QPlainTextEdit *text() const;
    [[nodiscard]] QSet<QString> waiting() const;

    models::ReviewModel &m_model;
    InlineForm &m_form;
    Theme &m_theme;
    WritingTools m_tools;
    QPointer<ActionRegistry> m_actions;
    QString m_section;
    Place m_place = Place::Beside;
    bool m_wantsPreview = true; ///< where there is room for it
    bool m_turned = false;      ///< in place of the text
    QTimer m_later;
    SectionChange *m_change; ///< above the others, for Tab too
    SectionHeads *m_heads;
    ReviewOutline *m_outline;
    QSplitter *m_parts;
    QSplitter *m_desk;
    QWidget *m_page;
    QWidget *m_bar = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_turn = nullptr;
    SectionPicture *m_retake = nullptr;
    QWidget *m_note = nullptr; ///< the record says something else by now
    QLabel *m_noteText = nullptr;
    QPushButton *m_refresh = nullptr;
    QStackedWidget *m_side;
    SectionPreview *m_preview;
    SourceChooser *m_chooser;
    DetailsBrowser *m_difference;
};

} // namespace fireline::views
