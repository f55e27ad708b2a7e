// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace fireline::models {
class ReviewTimelineModel;
}

namespace fireline::views {

class Theme;
class TimeDisplay;

/// The table of a review's timeline, and which rows of the record are in it. GUI thread; owned by the panel; model, theme and
/// times outlive it.
class ReviewTimelineBox : public QWidget
{
    Q_OBJECT
public:
    ReviewTimelineBox(models::ReviewTimelineModel &model, Theme &theme, TimeDisplay &times, QWidget *parent = nullptr);

    /// The words of the section that shows this table; `section` is empty where none does.
    void follow(const QString &section, const QString &words);
    [[nodiscard]] QTreeView *table() const { return m_table; }

signals:
    /// These rows are wanted in the section.
    void useRequested(const QString &words);

private:
    void buildChoices();
    void buildTable();
    void keepRoom();
    void choose();
    void fillKinds();
    void showState();
    [[nodiscard]] QString chosenWords() const;

    models::ReviewTimelineModel &m_model;
    Theme &m_theme;
    TimeDisplay &m_times;
    QComboBox *m_which;
    QComboBox *m_kind;
    QPushButton *m_use;
    QLabel *m_count;
    QTreeView *m_table;
    QString m_section;
    QString m_words; ///< of the section
};

} // namespace fireline::views
