// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QTimer;

namespace fireline::views {

struct SearchLimits;
struct StartRow;
class Theme;
class TimeDisplay;

/// The incidents this console knows, and a search over all of them. GUI thread; part of the start window.
class IncidentsList : public QWidget
{
    Q_OBJECT
public:
    IncidentsList(QAbstractItemModel *recent, QAbstractItemModel *hits, Theme &theme, TimeDisplay &times,
                  QWidget *parent = nullptr);

    void showHits(const QString &words, const SearchLimits &limits);
    [[nodiscard]] bool isSearching(const QString &words) const;
    void focusSearch();

signals:
    void openRequested(const QString &path);
    void hitRequested(const QString &path, const QString &eventId);
    void openFileRequested();
    void importFileRequested();
    void forgetRequested(const QString &path);
    void searchRequested(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(QAbstractItemModel *recent, QAbstractItemModel *hits);
    QWidget *makeButtons();
    void connectParts();
    QListView *makeList(QAbstractItemModel *model, const QString &name, const QString &title);
    [[nodiscard]] StartRow recentRow(const QModelIndex &index) const;
    [[nodiscard]] StartRow hitRow(const QModelIndex &index) const;
    [[nodiscard]] QString when(domain::Instant t) const;
    void wordsChanged();
    void search();
    void open(const QModelIndex &index);
    void forget();
    void refresh();
    void restyle();

    Theme &m_theme;
    TimeDisplay &m_times;
    QLabel *m_heading = nullptr;
    QLineEdit *m_words = nullptr;
    QListView *m_recent = nullptr;
    QListView *m_hits = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_unsearched = nullptr;
    QPushButton *m_forget = nullptr;
    QTimer *m_pause = nullptr; ///< between the last letter and the search
    QString m_shown;           ///< the words whose hits the model holds
    QString m_limits;          ///< what of them is not shown, for people
};

} // namespace fireline::views
