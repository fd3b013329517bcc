## Главное меню

language-name = Русский
home = Здравствуйте, { $name }. Это поддержка магазина: напишите, что случилось, и мы ответим здесь же.
help =
    <b>Как это работает</b>
    Нажмите «Новое обращение», ответьте на несколько вопросов и отправьте. Ответ придёт в этот чат.

    /new — новое обращение
    /tickets — мои обращения
    /status 482-913 — узнать об обращении по номеру
    /cancel — закрыть начатую форму
    /language — язык

    Чтобы что-то добавить к обращению, просто напишите сюда или ответьте на сообщение о нём.
ask-language = На каком языке вам удобнее?
language-chosen = Хорошо, дальше пишем по-русски.
desk-not-ready = Поддержка ещё настраивается. Пожалуйста, напишите чуть позже.
unknown-command = Такой команды нет. Всё нужное — в меню.
given-up-customer = Не получилось обработать ваше сообщение: ошибка на нашей стороне. Мы сохранили его и уже разбираемся. Если ответ нужен скорее, напишите ещё раз другими словами.

## Кнопки

button-new-ticket = Новое обращение
button-my-tickets = Мои обращения
button-help = Как это работает
button-language = Язык · Language
button-home = В меню
button-agree = Согласен, продолжить
button-back = Назад
button-cancel = Отменить
button-no-order = У меня нет номера
button-no-order-anyway = Продолжить без номера
button-done = Готово
button-skip = Пропустить
button-remove-last = Убрать последний файл
button-send = Отправить
button-edit-category = Изменить категорию
button-edit-problem = Изменить проблему
button-edit-order = Номер заказа
button-edit-description = Описание
button-edit-photos = Фото
button-resume = Продолжить
button-restart = Начать заново
button-open-ticket = Открыть обращение
button-newer = ‹ Новее
button-older = Старше ›
button-back-to-list = К списку
button-solved = Вопрос решён
button-unsolved = Ещё не решён
button-withdraw = Отозвать обращение
button-withdraw-yes = Да, отозвать
button-again = Новое обращение об этом
button-add-to = Добавить к № { $number }
button-parked-new = Новое обращение
button-parked-drop = Не отправлять
button-take = Взять
button-pending = Ждём клиента
button-resolve = Решено

## Команды в меню

command-new = Новое обращение
command-tickets = Мои обращения
command-status = Узнать об обращении по номеру
command-cancel = Закрыть начатую форму
command-language = Язык
command-help = Как это работает
command-take = Взять обращение
command-pending = Ждём ответа клиента
command-resolve = Обращение решено
command-retract = Отозвать своё сообщение у клиента
command-name = Имя, под которым вас видят клиенты

## Форма

ask-consent =
    <b>Прежде чем начать</b>
    Мы сохраним то, что вы напишете и приложите, ваше имя и номер аккаунта в Telegram: без этого не ответить. Данные видят только сотрудники поддержки. Сообщения проходят через серверы Telegram.

    Вы согласны на обработку этих данных?
ask-category = <b>С чем связан вопрос?</b>
ask-problem =
    <b>{ $category }</b>
    Что именно случилось?
ask-order =
    <b>Номер заказа</b>
    Напишите его так, как в письме о заказе или в личном кабинете, например <code>{ $example }</code>.
ask-description =
    <b>Что случилось?</b>
    Опишите суть в первых строках: что, когда, на какую сумму. От { $min } до { $max } знаков.
ask-description-hint = { $hint }
ask-photos =
    <b>Фото и чеки</b>
    { $count ->
        [0] Пришлите до { $max } фото, скриншотов или чеков в PDF. Можно пропустить.
        [one] Приложен { $count } файл из { $max }.
        [few] Приложено { $count } файла из { $max }.
       *[many] Приложено { $count } файлов из { $max }.
    }
review-title = <b>Проверьте, всё ли верно</b>
review-category = Категория: { $value }
review-problem = Проблема: { $value }
review-order = Заказ: <code>{ $value }</code>
review-no-order = Заказ: без номера
review-photos = Файлы: { $count ->
    [0] нет
   *[other] { $count }
}
review-kept = Ещё приложим: { $count ->
    [one] { $count } сообщение
    [few] { $count } сообщения
   *[many] { $count } сообщений
}
review-description =
    <b>Описание</b>
    { $value }
form-cancelled = Отменено, ничего не отправлено.
form-closed = Эта форма уже закрыта.
nothing-to-cancel = Отменять нечего: начатой формы нет.
draft-waits = У вас есть начатое обращение. Продолжить с того же места или начать заново?
draft-goes-on = Продолжаем с того же места.
draft-amended = Исправление учли.
too-many-tickets = За последний час от вас { $count ->
    [one] уже { $count } обращение
    [few] уже { $count } обращения
   *[many] уже { $count } обращений
}. Следующее можно отправить после { $moment }, черновик сохранён: вернитесь к нему и нажмите «Отправить».
too-many-tickets-add = Или добавьте написанное к открытому обращению, сотрудники увидят его сразу.
draft-added = Добавили к обращению № { $number }, сотрудники это увидят.

## Что стало с присланным не по вопросу

note-order-wrong = Не похоже на номер заказа. Он выглядит так: <code>{ $example }</code>. Проверьте и пришлите ещё раз.
note-order-required = Номер есть в письме о заказе и в личном кабинете, он выглядит так: <code>{ $example }</code>. С ним ответим быстрее. Если найти его не получается, можно продолжить без номера.
note-too-short = Пока { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
}, а нужно хотя бы { $min }. Допишите, что случилось: то, что вы уже написали, сохранено.
note-too-long = В тексте { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
}, а в описание входит { $max }. Текст сохранили и приложим к обращению целиком, ничего не обрезая. Сейчас напишите суть коротко.
note-kept-as-description = Сохранили ваш текст как описание.
note-added-to-description = Добавили к описанию.
note-photo-kept = { $count ->
    [one] Сохранили { $count } файл, приложим к обращению.
    [few] Сохранили { $count } файла, приложим к обращению.
   *[many] Сохранили { $count } файлов, приложим к обращению.
}
note-photo-refused = К обращению можно приложить не больше { $max } файлов, поэтому лишние не добавили. Остальное можно прислать сюда после отправки.
note-photo-refused-caption = К обращению можно приложить не больше { $max } файлов, поэтому лишние не добавили, но подпись сохранили. Остальное можно прислать сюда после отправки.
note-kept-for-ticket = Сохранили и приложим к обращению. { $count ->
    [one] Всего отдельно: { $count } сообщение.
    [few] Всего отдельно: { $count } сообщения.
   *[many] Всего отдельно: { $count } сообщений.
}
note-kept-full = Отдельных сообщений уже слишком много, это не сохранили. Его можно прислать после отправки обращения.

## Ответы на нажатия

tap-pace = Слишком много нажатий подряд, подождите несколько секунд
tap-form-closed = Эта форма уже закрыта
tap-step-passed = Этот шаг уже пройден
tap-not-yours = Такого обращения у вас нет
tap-too-late = Не получится: обращение сейчас «{ $status }»
tap-parked-gone = Это сообщение уже передано
tap-ticket-ended = Обращение закрыто и новых сообщений не принимает
tap-unknown = Эта кнопка больше не действует
tap-not-staff = Это может только сотрудник группы поддержки
tap-other-group = Поддержка работает теперь в другой группе
tap-done = Статус: { $status }
tap-already = Уже так: { $status }

## Обращение

status-new = новое
status-open = в работе
status-pending = ждём вашего ответа
status-resolved = решено
status-closed = закрыто
status-cancelled = отозвано
priority-standard = стандартный
priority-urgent = срочный
priority-complex = сложный
agent-unnamed = сотрудник поддержки

ticket-confirmed =
    <b>Обращение № { $number } принято</b>
    Ответим до: { $moment }. Ответ придёт сюда.
ticket-title = <b>Обращение № { $number }</b>
ticket-status = Статус: { $status }
ticket-topic = { $category } · { $problem }
ticket-order = Заказ: <code>{ $value }</code>
ticket-created = Создано: { $moment }
ticket-promised = Ответим до: { $moment }
ticket-description =
    <b>Описание</b>
    { $value }
ticket-last-messages = <b>Последние сообщения</b>
ticket-line-agent = Поддержка: { $text }
ticket-line-customer = Вы: { $text }
ticket-unsolved = Обращение № { $number } снова в работе. Напишите, что осталось нерешённым.
content-attachment = вложение
tickets-title =
    <b>Мои обращения</b>
    Всего: { $count }. Страница { $page } из { $pages }.
tickets-none = Обращений пока нет.
status-not-found = Среди ваших обращений нет номера «{ $typed }». Номер выглядит так: 482-913.
ask-withdraw = Отозвать обращение № { $number }? Мы перестанем им заниматься.

status-now-open = Обращение № { $number } в работе. Им занимается { $name }.
status-now-reopened = Обращение № { $number } снова в работе.
status-now-pending = По обращению № { $number } ждём вашего ответа: { $name } задаёт вопрос. Напишите сюда.
status-now-resolved =
    Обращение № { $number } решено. Если вопрос остался, напишите сюда до { $moment }, и мы продолжим.
status-now-closed = Обращение № { $number } закрыто. Спасибо, что написали нам.
status-now-cancelled = Обращение № { $number } отозвано.
pace-messages = Все ваши сообщения сохранены. Их много подряд, поэтому сотрудникам они придут по нескольку вместе: ничего не пропадёт, повторять не нужно.
pace-screens = Слишком много команд подряд. Подождите несколько секунд, ответим на последнюю.
message-added = Добавили к обращению № { $number }.
edit-added = Исправленный текст передали в обращение № { $number } отдельным сообщением.
edit-too-late = Это исправление уже не учесть. Если оно важно, напишите его новым сообщением.
retracted-customer = Сотрудник поддержки отозвал сообщение по обращению № { $number }.
header-from-agent = { $name } · № { $number }

## Сообщение без формы

ask-which-ticket = К какому обращению это относится?
offer-ticket = Открытых обращений сейчас нет. Создать новое с этим сообщением?
offer-ticket-again = Обращение № { $number } завершено. Создать новое, с этим сообщением и ссылкой на прежнее?
parked-delivered = Передали в обращение № { $number }.
parked-full = Сообщений без обращения накопилось слишком много, это мы не сохранили. Сначала выберите выше, куда передать прежние.
parked-dropped = Хорошо, никуда не передали.
parked-taken-along = Сообщение уже в новом обращении, осталось ответить на несколько вопросов.

## Группа поддержки

card-title = <b>№ { $number }</b> · { $status }
card-heading = № { $number } · { $status }
card-topic = { $category } · { $problem }
card-words = { $value }
card-line = { $label }: { $value }
card-line-code = { $label }: <code>{ $value }</code>
card-label-priority = Приоритет
card-label-promised = Обещали ответить до
card-label-order = Заказ
card-label-customer = Клиент
card-label-assignee = Ответственный
card-label-attachments = Файлы
card-no-order = не указан
card-customer = { $name } ({ $language })
card-unassigned = не назначен
card-unreachable = Клиент заблокировал бота: пока он не вернётся, сообщения до него не дойдут.
card-preceded = Продолжение обращения № { $number }
card-description-title = Описание
card-description =
    <b>Описание</b>
    { $value }
card-moved = № { $number } · у этого обращения теперь своя тема. Ответственный: { $name }.
button-open-topic = Открыть тему

last-words-title = <b>Последние сообщения</b>
last-words-line = <b>{ $name }:</b> { $text }
last-words-note = <b>{ $name } (заметка):</b> { $text }
staff-status-pending = ждём ответа клиента
staff-help =
    <b>Как отвечать</b>
    Пишите в теме обращения (в группе без тем — ответом на карточку): всё уходит клиенту.
    Начните с <code>//</code>, и это останется заметкой для своих.

    /take — взять, /pending — ждём клиента, /resolve — решено
    /retract — ответом на своё сообщение: убрать его у клиента
    /name Имя — как вас видят клиенты
staff-no-ticket = К какому обращению это относится, непонятно, поэтому клиенту ничего не отправили. Напишите в теме обращения или ответом на его карточку.
staff-unknown-command = Команды { $command } нет. Клиенту ничего не отправили.
staff-refused = Не получится: обращение сейчас «{ $status }».
staff-already = Уже так: «{ $status }».
staff-note-too-late = Сообщение уже у клиента, заметкой оно не станет. Убрать его можно командой /retract в ответ на него.
staff-note-stays = Это останется заметкой: клиент её не увидит. Чтобы ответить ему, напишите новое сообщение.
staff-correction = Клиент исправил своё сообщение:
staff-reopened = Клиент написал: обращение № { $number } снова в работе.
staff-closed = Обращение № { $number } закрыто.
staff-cancelled = Клиент отозвал обращение № { $number }.
name-usage = Напишите имя после команды, например: /name Мария. До { $max } знаков.
name-set = Теперь клиенты видят вас как «{ $name }».
retract-usage = Ответьте этой командой на сообщение, которое ушло клиенту. Заметки и слова самого клиента не отозвать.
retract-refused = Удалить сообщение у клиента не получилось: Telegram разрешает это только первые 48 часов.
retract-already = Это сообщение у клиента уже отозвано.
retracted-staff = Сообщение у клиента удалено.
trouble-held = Пока не доставлено: клиент заблокировал бота. Доставим, как только он вернётся, повторять не нужно.
trouble-given-up = Не доставлено: клиент заблокировал бота и за 30 дней не вернулся.
trouble-unreachable = Не доставлено: клиент заблокировал бота или удалил аккаунт.
staff-customer-back = Клиент снова на связи (№ { $number }): доставляем то, что ждало.
trouble-maybe-twice = Доставлено, но, возможно, дважды: ответ Telegram потерялся.
trouble-failed = Не доставлено: Telegram отказал. Попробуйте отправить иначе.
trouble-not-shown = Часть того, что прислал клиент по обращению № { $number }, Telegram не дал показать здесь. Она сохранена.
given-up-agent = Это обработать не удалось: ошибка у нас (событие { $event }). Клиенту ничего не отправили. Попробуйте ещё раз или иначе.
given-up-desk = Сбой в самом боте (событие { $event }): статус или карточка обращения могли не обновиться. Подробности в журнале.
given-up-staff = Не удалось обработать сообщение клиента ({ $name }, событие { $event }). Оно сохранено, клиент предупреждён.

## Настройка

setup-id = Номер этой группы: <code>{ $id }</code>. Запишите его в настройку STAFF_CHAT_ID и запустите бота снова.
setup-ready = Всё готово: обращения будут приходить сюда.
setup-not-admin = Сделайте бота администратором группы: иначе он не видит сообщений сотрудников.
setup-no-topics-right = Дайте боту право управлять темами: у каждого обращения будет своя.
setup-not-forum = Темы в группе выключены: обращения будут приходить карточками, отвечать на них — ответом на карточку. С темами удобнее.
setup-former = Поддержка работает теперь в другой группе: ответы отсюда клиентам не уходят. Если она должна работать здесь, запишите номер этой группы <code>{ $id }</code> в STAFF_CHAT_ID и запустите бота снова.
group-moved = Telegram дал этой группе новый номер: <code>{ $id }</code>. Работа продолжается здесь, карточки незавершённых обращений появятся одна за другой. Когда будет удобно, замените в настройках номер <code>{ $old }</code> на новый; до тех пор бот найдёт дорогу сам.
wrong-group = Этот бот работает в другой группе, поэтому здесь ему делать нечего. Всего доброго.
