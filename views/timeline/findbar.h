// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace fireline::views {

class Theme;

/// The line in which one searches the timeline: words, next and previous hit, how many. Esc closes it. GUI thread; owned by the
/// panel.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(Theme &theme, QWidget *parent = nullptr);

    void open();
    /// How many are shown, and how many the filter hides.
    void setCount(int shown, int hidden);
    [[nodiscard]] QString words() const;

signals:
    void wordsChanged(const QString &words);
    void nextRequested(bool forward);
    /// The filter is to go, so that all hits are shown.
    void hiddenRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addButton(const QString &name, const QString &icon, const QString &text, bool forward);

    Theme &m_theme;
    QLineEdit *m_field;
    QLabel *m_count;
    QPushButton *m_hidden;
};

} // namespace fireline::views
