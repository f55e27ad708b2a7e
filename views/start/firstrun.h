// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace fireline::views {

class Theme;

/// The three steps of a first run: name, look and sound, a drill. Each can be skipped, all can be left; it never stands in
/// the way of declaring an incident. GUI thread; part of the start window.
class FirstRun : public QFrame
{
    Q_OBJECT
public:
    FirstRun(Theme &theme, QWidget *parent = nullptr);

    /// Begins at the first step.
    void begin(const QString &name, bool hasDrill);

signals:
    void nameChosen(const QString &name);
    void lookChosen();
    void soundTestRequested();
    void drillWanted();
    /// The last step was done or skipped, or all were left.
    void done();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeName();
    QWidget *makeLook();
    QWidget *makeDrill();
    QWidget *makeButtons();
    void next();
    void skip();
    void back();
    /// The first thing of the step that takes keys.
    [[nodiscard]] QWidget *entrance() const;
    void showStep(int step);
    void showPreview();
    void restyle();

    Theme &m_theme;
    QLabel *m_heading = nullptr;
    QLabel *m_way = nullptr; ///< how the keyboard comes here
    QStackedWidget *m_steps = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_scheme = nullptr;
    QSpinBox *m_size = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_drillWords = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_leave = nullptr;
    bool m_hasDrill = false;
};

} // namespace fireline::views
