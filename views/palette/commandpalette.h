// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/paletteprovider.h"

#include <QFrame>
#include <QPointer>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace fireline::views {

class ActionProvider;
class ActionRegistry;
class PaletteModel;
class Theme;

/// One field over everything that can be done, in front of the window (Ctrl+K). Return does the selected line, Escape closes;
/// both give the keyboard back to where it was. GUI thread; owned by the main window.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    /// `ownId` is the command that opens the palette: it is not listed.
    CommandPalette(ActionRegistry &actions, const QString &ownId, Theme &theme, QWidget *window);
    ~CommandPalette() override;

    /// For "#", "@" and ":"; the palette owns it.
    void addProvider(std::unique_ptr<PaletteProvider> provider);
    [[nodiscard]] ActionProvider &commands() { return *m_commands; }

    /// What it lies over: what is above that stays in sight.
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }
    void open(const QString &text = {});
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildUi();
    void place();
    void search();
    void runSelected();
    bool handleKey(int key);
    void moveBy(int rows);
    void focusMoved(QWidget *now);

    Theme &m_theme;
    ActionProvider *m_commands;
    std::vector<std::unique_ptr<PaletteProvider>> m_owned;
    QList<const PaletteProvider *> m_providers;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace fireline::views
