// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace fireline::models {
class ReviewSourcesModel;
}

namespace fireline::views {

class Theme;

/// Chooses what of the record goes into a section, by words and arrows: Enter takes it, Esc goes back to the text. GUI thread;
/// owned by the editor; model and theme outlive it.
class SourceChooser : public QWidget
{
    Q_OBJECT
public:
    SourceChooser(models::ReviewSourcesModel &sources, Theme &theme, QWidget *parent);

    /// Asks anew what there is, with the keyboard on the words.
    void open();

signals:
    /// `apart`: it wants lines of its own.
    void chosen(const QString &markdown, bool apart);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void take();

    models::ReviewSourcesModel &m_sources;
    QSortFilterProxyModel *m_found;
    QLabel *m_title;
    QLineEdit *m_words;
    QListView *m_list;
};

} // namespace fireline::views
