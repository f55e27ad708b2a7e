// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QListView;
class QSize;
class QSplitter;
class QTabWidget;
class QWidget;

namespace fireline::views {

class AudienceDelegate;
class StatusPreview;
class Theme;

/// How the status panel's parts share its room: side by side where there is room, below each other in a narrow dock, and where
/// that is low too, one behind the other: the words that are being typed come first. GUI thread; owned by the panel, whose
/// widgets these are.
class StatusRoom : public QObject
{
    Q_OBJECT
public:
    /// In pixels at 100 %: in a lower panel, lists beside the form leave it what they can.
    static constexpr int lowest = 460;

    StatusRoom(const Theme &theme, QWidget *panel);

    /// The audiences, and the pages of what is written and said. Belongs to the panel.
    [[nodiscard]] QSplitter *outer() const { return m_outer; }
    /// What is written, and its preview.
    [[nodiscard]] QSplitter *inner() const { return m_inner; }
    /// Once, before arrange().
    void setAudiences(QListView *audiences, AudienceDelegate *rows);
    void setPages(QTabWidget *pages, StatusPreview *preview);

    /// To be called whenever panel, theme or audiences changed; in pixels.
    void arrange(const QSize &panel);
    /// As high as its rows, while the words that are typed below it keep most of the room.
    void fitAudiences(int panelHeight);
    /// Whether somebody writes: in a low panel the audience that is written to then stands for all of them.
    void setWriting(bool writing);

private:
    void placePreview(bool beside);

    const Theme &m_theme;
    QSplitter *m_outer;
    QSplitter *m_inner;
    QListView *m_audiences = nullptr;
    AudienceDelegate *m_rows = nullptr; ///< of the audiences
    QTabWidget *m_pages = nullptr;
    StatusPreview *m_preview = nullptr;
    QList<bool> m_kind; ///< how the parts are placed
    bool m_writing = false;
    bool m_borderMoved = false; ///< by a person, below the audiences
};

} // namespace fireline::views
