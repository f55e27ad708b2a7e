// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

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
    void setCount(int hits);
    [[nodiscard]] QString words() const;

signals:
    void wordsChanged(const QString &words);
    void nextRequested(bool forward);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addButton(const QString &name, const QString &icon, const QString &text, bool forward);

    Theme &m_theme;
    QLineEdit *m_field;
    QLabel *m_count;
};

} // namespace fireline::views
