// SPDX-License-Identifier: GPL-3.0-or-later
#include "livewindow.h"

#include "actions/actionregistry.h"
#include "aside/asidemodel.h"
#include "madeincident.h"
#include "shell/mainwindow.h"
#include "shell/paneldocks.h"
#include "shell/screenroom.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScreen>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace fireline::domain;

namespace fireline::test {

LiveWindow::LiveWindow(views::Theme &theme, const Setup &setup) : m_path(m_folder.filePath(u"checkout.fireline"_s))
{
    Instant end;
    {
        MadeIncident made({.path = path(),
                           .processId = setup.process,
                           .title = setup.title,
                           .severity = setup.severity,
                           .start = *Instant::fromRfc3339(u"2026-03-02T10:00:00Z"_s),
                           .configDir = setup.configDir,
                           .isPrivate = setup.isPrivate});
        if (setup.fill)
            setup.fill(made);
        end = made.now();
        if (!setup.metrics.isEmpty())
            rememberMetrics(made.state().id, setup.metrics);
    }
    // Settings are written into a folder of the window's own; playbooks are only read.
    if (!setup.configDir.isEmpty())
        QFile::link(setup.configDir + u"/playbooks"_s, m_folder.filePath(u"playbooks"_s));
    auto clock = std::make_unique<SimulatedClock>(end + setup.later);
    m_clock = clock.get();
    open(std::move(clock), theme);
    show(setup.size, setup.screen);
}

LiveWindow::LiveWindow(views::Theme &theme, const QString &path) : m_path(path)
{
    open(std::make_unique<SystemClock>(), theme);
    show({1366, 746}, {});
}

void LiveWindow::open(std::unique_ptr<Clock> clock, views::Theme &theme)
{
    theme.install(*qobject_cast<QApplication *>(QCoreApplication::instance())); // lint: allowed
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());                  // what is on its way to the disk is kept there
    UuidV7Source ids(3);
    m_settings = {m_folder.path(), m_folder.path(), u"nine-step"_s, u"ana"_s, ids.next(clock->now())};
    // The look is the test's, not that of a settings file.
    const auto choice = theme.choice();
    const int textSize = theme.textSize();
    m_processes = std::make_unique<process::ProcessLibrary>(m_folder.path());
    m_preferences = std::make_unique<window::PreferencesDesk>(m_settings, *m_processes, theme, clock->now());
    theme.setChoice(choice);
    theme.setTextSize(textSize);
    auto sources = std::make_unique<window::IncidentSources>();
    sources->clock = std::move(clock);
    sources->ids = std::make_unique<UuidV7Source>(5);
    auto opening = session::openIncident(m_path, false, sources->setup(m_settings.profile, m_settings.device, {}),
                                         m_hooks.storeWrapper());
    if (!QTest::qWaitFor([&] { return opening.isFinished(); }, 30000))
        qFatal("the incident is not opened");
    auto opened = opening.result();
    if (!opened->ok())
        qFatal("not opened: %s", qPrintable(opened->problem().text));
    const QString state = stateDir();
    QObject asking;
    std::optional<window::KeptWords> words;
    window::askTheFile(&asking, opened->value(), window::readWords(state, opened->value().session->state().id, m_path),
                       [&](const window::KeptWords &known) { words = known; });
    if (!QTest::qWaitFor([&] { return words.has_value(); }, 30000))
        qFatal("the file does not say what it has");
    m_window = std::make_unique<window::IncidentWindow>(
        window::Shared{theme, *m_preferences, m_settings, m_hooks, m_ears, m_awake, m_files, m_words, state}, std::move(sources),
        std::move(*opened).value(), window::readLook(state, m_settings.configDir), *words);
}

void LiveWindow::rememberMetrics(const QString &incident, const QString &name)
{
    const QString folder = m_folder.filePath(u"state/metrics"_s);
    QDir().mkpath(folder);
    QFile list(folder + u'/' + incident + u".json"_s);
    const QJsonObject source{{u"path"_s, QStringLiteral(FIRELINE_SOURCE_DIR "/tests/data/metrics/") + name}, {u"local"_s, false}};
    if (!list.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(list.fileName()));
    list.write(QJsonDocument(QJsonObject{{u"files"_s, QJsonArray{source}}}).toJson());
}

void LiveWindow::show(const QSize &size, const QString &screen)
{
    m_window->show();
    window()->showNormal(); // it fills the screen where nobody has said otherwise
    window()->resize(size);
    for (const QScreen *one : QGuiApplication::screens()) {
        if (one->name() == screen)
            window()->setGeometry(views::screenRoom(*one, *window()));
    }
    if (!QTest::qWaitForWindowActive(window(), 20000))
        qFatal("the window does not come up");
}

LiveWindow::~LiveWindow() = default;

QWidget *LiveWindow::window()
{
    return &m_window->window();
}

QWidget *LiveWindow::quickEntry()
{
    auto *entry = window()->findChild<QWidget *>(u"entry.field"_s);
    if (!entry)
        qFatal("there is no quick entry");
    return entry;
}

void LiveWindow::close()
{
    m_window.reset();
}

namespace {

/// The last row of each list that is seen: the first one is what a list comes with.
void selectRows(QWidget &window)
{
    for (QAbstractItemView *view : window.findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->model() && view->model()->rowCount() > 0 && view->focusPolicy() != Qt::NoFocus)
            view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
    }
}

void fillFrom(MadeIncident &incident, const QString &file)
{
    for (const QString &line : linesOf(file)) {
        incident.advance(Span::seconds(line.section(u' ', 0, 0).toInt()));
        const QString who = line.section(u' ', 1, 1);
        if (!incident.line(line.section(u' ', 2), who == "-"_L1 ? QString() : who))
            qFatal("refused: %s", qPrintable(line));
    }
}

} // namespace

/// As of a backend; nothing that one console does makes any of it.
static void setSomethingAside(LiveWindow &live)
{
    const domain::Instant at = live.feed().now();
    live.window()->findChild<models::AsideModel *>()->setRows(
        {{u"1"_s, at, u"Åñå"_s, u"Åñå ţåķéš ţĥé ŕøļé"_s, u"Šøɱéƀøđý éļšé ĥøļđš îţ."_s, false},
         {u"2"_s, at, u"Ɓø"_s, u"þøđš ŕéšţåŕţéđ"_s, u"Ţĥé šéŕṽéŕ ļøšţ îţ."_s, false}});
}

void forEachView(LiveWindow &live, const std::function<void(const QString &where)> &look)
{
    setSomethingAside(live);
    views::ActionRegistry &actions = live.incident().window().actions();
    for (const views::ActionSpec &spec : actions.specs()) {
        if (!spec.id.startsWith("view.perspective."_L1))
            continue;
        actions.action(spec.id)->trigger();
        qsizetype pages = 1;
        for (qsizetype page = 0; page < pages; ++page) {
            for (QTabBar *bar : live.window()->findChildren<QTabBar *>()) {
                if (!bar->isVisible())
                    continue;
                pages = std::max(pages, qsizetype(bar->count()));
                bar->setCurrentIndex(int(std::min(page, qsizetype(bar->count() - 1))));
            }
            live.quickEntry()->setFocus(); // where there is one: who only watches has none
            QCoreApplication::sendPostedEvents();
            selectRows(*live.window());
            QCoreApplication::sendPostedEvents();
            look(u"%1, page %2"_s.arg(spec.id.section(u'.', -1)).arg(page + 1));
        }
    }
    // What no perspective shows is asked for.
    for (const views::PanelDescriptor &panel : live.incident().window().docks().panels()) {
        if (!panel.shownIn.isEmpty())
            continue;
        actions.action(u"panels.show."_s + panel.id)->trigger();
        QCoreApplication::sendPostedEvents();
        look(u"panel "_s + panel.id);
    }
}

QStringList inEveryView(LiveWindow &live, const std::function<QStringList(QWidget *)> &find)
{
    QStringList faults;
    QSet<QString> known;
    forEachView(live, [&](const QString &where) {
        // The docks take their sizes a moment after their perspective.
        QStringList found;
        (void)QTest::qWaitFor([&] { return (found = find(live.window())).isEmpty(); }, 2000);
        for (const QString &fault : std::as_const(found)) {
            if (known.contains(fault))
                continue;
            known.insert(fault);
            faults.append(where + u": "_s + fault);
        }
    });
    return faults;
}

void typeText(const QString &text)
{
    for (const QChar letter : text) {
        QWidget *at = QApplication::focusWidget();
        if (!at)
            qFatal("nothing has the focus");
        const Qt::KeyboardModifiers modifiers = letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier;
        QTest::sendKeyEvent(QTest::Click, at, Qt::Key(letter.toUpper().unicode()), QString(letter), modifiers);
    }
}

QStringList linesOf(const QString &name, Qt::SplitBehavior parts)
{
    QFile file(QStringLiteral(FIRELINE_SOURCE_DIR "/tests/ui/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll()).split(u'\n', parts);
}

void fillBusy(MadeIncident &incident)
{
    fillFrom(incident, u"incidents/busy.txt"_s);
}

void fillAll(MadeIncident &incident)
{
    fillBusy(incident);
    fillFrom(incident, u"incidents/more.txt"_s);
}

void fillPseudo(MadeIncident &incident)
{
    fillFrom(incident, u"incidents/pseudo.txt"_s);
}

std::unique_ptr<QTranslator> pseudoLanguage(const QString &like)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"pseudo.qm"_s);
    const int exitCode = QProcess::execute(u"python3"_s,
                                           {u"-B"_s, QStringLiteral(FIRELINE_SOURCE_DIR "/translations/pseudo.py"), file, like});
    QFile made(file);
    if (exitCode != 0 || !made.open(QIODevice::ReadOnly))
        qFatal("the pseudo-language cannot be made");
    const QByteArray bytes = made.readAll();
    auto translator = std::make_unique<QTranslator>();
    auto *kept = new QByteArray(bytes); // a translator reads on in what it was given
    QObject::connect(translator.get(), &QObject::destroyed, [kept] { delete kept; });
    if (!translator->load(reinterpret_cast<const uchar *>(kept->constData()), int(kept->size())))
        qFatal("the pseudo-language cannot be loaded");
    return translator;
}

} // namespace fireline::test
