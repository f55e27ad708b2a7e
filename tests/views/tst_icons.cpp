// SPDX-License-Identifier: GPL-3.0-or-later
#include <QColor>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(FIRELINE_SOURCE_DIR);

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> fileNames()
{
    QSet<QString> names;
    for (const QFileInfo &file : QDir(root + u"/resources/icons"_s).entryInfoList({u"*.svg"_s}, QDir::Files))
        names.insert(file.completeBaseName());
    return names;
}

/// Where source names an icon: icon(u"x"_s…), .icon = u"x"_s, and the field after the menu in an ActionSpec's list.
QStringList namesIn(const QString &source)
{
    static const QRegularExpression naming(
        uR"re((?:\bicon\(\s*|\bicon = |\),\s*u"(?:file|incident|entry|panels|drill|help|view)"_s,\s*)u"([a-z][a-z-]*)"_s)re"_s);
    QStringList names;
    for (auto match = naming.globalMatch(source); match.hasNext();)
        names.append(match.next().captured(1));
    return names;
}

} // namespace

/// The drawings in resources/icons: all that source asks for are there, all that are there can be drawn in any colour.
class TestIcons : public QObject
{
    Q_OBJECT
private slots:
    void namingIsFound();
    void everyNameInSourceHasAFile();
    void everyFileIsDrawnInOneColour();
    void everyFileHasItsOrigin();
};

void TestIcons::namingIsFound()
{
    QCOMPARE(namesIn(u"a(theme.icon(u\"save\"_s));"_s), QStringList{u"save"_s});
    QCOMPARE(namesIn(u"spec.icon = u\"not-saved\"_s;"_s), QStringList{u"not-saved"_s});
    QCOMPARE(namesIn(u"{u\"x.y\"_s, tr(\"A\"), tr(\"B\"), u\"file\"_s, u\"open\"_s, {}}"_s), QStringList{u"open"_s});
    QCOMPARE(namesIn(u"icon(name)"_s), QStringList());
}

void TestIcons::everyNameInSourceHasAFile()
{
    const QSet<QString> files = fileNames();
    QVERIFY(files.size() > 60);
    QStringList missing;
    for (const QString &folder : {u"/views"_s, u"/app"_s}) {
        QDirIterator sources(root + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const QString path = sources.next();
            for (const QString &name : namesIn(contentOf(path))) {
                if (!files.contains(name))
                    missing.append(path.mid(root.size() + 1) + u": "_s + name);
            }
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestIcons::everyFileIsDrawnInOneColour()
{
    static const QRegularExpression colour(u"(?:fill|stroke)=\"(?!none|currentColor)"_s);
    for (const QString &name : fileNames()) {
        const QString source = contentOf(u":/icons/%1.svg"_s.arg(name));
        QVERIFY2(source.contains(u"currentColor"_s) && !source.contains(colour), qPrintable(name));
        QSvgRenderer renderer(source.toUtf8());
        QVERIFY2(renderer.isValid(), qPrintable(name));
        QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        int covered = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                covered += image.pixelColor(x, y).alpha() > 100;
        }
        QVERIFY2(covered >= 8, qPrintable(name));
    }
}

void TestIcons::everyFileHasItsOrigin()
{
    const QString origins = contentOf(root + u"/resources/icons/README.md"_s);
    for (const QString &name : fileNames())
        QVERIFY2(origins.contains(u"\n| %1 | "_s.arg(name)), qPrintable(name));
    QVERIFY(contentOf(root + u"/resources/icons/LICENSE"_s).startsWith(u"ISC License"_s));
}

QTEST_GUILESS_MAIN(TestIcons)
#include "tst_icons.moc"
