// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/sectionpreview.h"

#include <QResizeEvent>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace fireline::views {

namespace {

constexpr int leastWidth = 60; // of a picture

} // namespace

SectionPreview::SectionPreview(QWidget *parent)
    : DetailsBrowser(u"reviewPreview"_s, tr("Preview of the section"), tr("The section as its readers will see it."), parent)
{
}

void SectionPreview::setPictures(std::function<QImage(const QString &)> pictures)
{
    m_pictures = std::move(pictures);
}

void SectionPreview::show(const QString &html)
{
    if (html == m_html)
        return;
    m_html = html;
    render();
}

void SectionPreview::render()
{
    const int at = verticalScrollBar()->value();
    document()->clear(); // with the pictures that it kept
    setHtml(m_html);
    verticalScrollBar()->setValue(at);
}

QVariant SectionPreview::loadResource(int, const QUrl &name)
{
    if (name.scheme() != "fireline"_L1 || !m_pictures)
        return {};
    const QImage picture = m_pictures(name.path());
    const int most = std::max(leastWidth, viewport()->width() - 2 * int(document()->documentMargin()));
    return picture.width() > most ? picture.scaledToWidth(most, Qt::SmoothTransformation) : picture;
}

// Pictures are as wide as there is room.
void SectionPreview::resizeEvent(QResizeEvent *event)
{
    DetailsBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && m_html.contains(u"<img"_s))
        render();
}

} // namespace fireline::views
