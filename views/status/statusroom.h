// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QListView;
class QSize;
class QSplitter;
class QTabWidget;

namespace fireline::views {

class AudienceDelegate;
class StatusPreview;
class Theme;

/// How the status panel's parts share its room: side by side where there is room, below each other in a narrow dock, and where
/// that is low too, one behind the other: the words that are being typed come first. GUI thread; owned by the panel, whose
/// parts are its own.
class StatusRoom : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        QSplitter *outer;  ///< the audiences, and what is written and said
        QSplitter *inner;  ///< what is written, and its preview
        QTabWidget *pages; ///< the second of the outer ones
        QListView *audiences;
        AudienceDelegate *rows; ///< of the audiences
        StatusPreview *preview;
    };
    StatusRoom(const Parts &parts, const Theme &theme, QObject *parent);

    /// To be called whenever panel, theme or audiences changed; in pixels.
    void arrange(const QSize &panel);
    /// As high as its rows, while the words that are typed below it keep most of the room.
    void fitAudiences(int panelHeight);

private:
    void placePreview(bool beside);

    Parts m_parts;
    const Theme &m_theme;
    QList<bool> m_kind;         ///< how the parts are placed
    bool m_borderMoved = false; ///< by a person, below the audiences
};

} // namespace fireline::views
