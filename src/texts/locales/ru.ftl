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
    /privacy — мои данные
    /language — язык

    Чтобы что-то добавить к обращению, просто напишите сюда или ответьте на сообщение о нём.
contacts-title = <b>Другие способы связи</b>
contacts-none = Других способов связи магазин не указал: пишите сюда, ответим здесь же.
contact-title = <b>{ $value }</b>
contact-line = { $value }
contact-open = Сейчас открыто, до { $moment }.
contact-closed = Сейчас закрыто, откроется { $moment }.
contact-always-open = Открыто круглосуточно.
ask-language = На каком языке вам удобнее?
language-chosen = Хорошо, дальше пишем по-русски.
desk-not-ready = Поддержка ещё настраивается. Пожалуйста, напишите чуть позже.
unknown-command = Такой команды нет. Всё нужное — в меню.
given-up-customer = Не получилось обработать ваше сообщение: ошибка на нашей стороне. Мы сохранили его и уже разбираемся. Если ответ нужен скорее, напишите ещё раз другими словами.

## Кнопки

button-new-ticket = Новое обращение
button-my-tickets = Мои обращения
button-contacts = Другие способы связи
button-help = Как это работает
button-language = Язык · Language
button-privacy = Мои данные
button-export = Скачать мои данные
button-delete = Удалить мои данные
button-delete-yes = Да, удалить
button-keep-data = Оставить мои данные
button-home = В меню
button-agree = Согласен, продолжить
button-back = Назад
button-cancel = Отменить
button-answer-link = Подробнее
button-helped = Это помогло
button-need-help = Нужна помощь
button-order-yes = Да, { $number }
button-no-order = У меня нет номера
button-no-order-anyway = Продолжить без номера
button-done = Готово
button-skip = Пропустить
button-remove-last = Убрать последний файл
button-remove-photo = { $total ->
    [1] Убрать это фото
   *[other] Убрать фото { $number }
}
button-send = Отправить
button-edit-category = Изменить категорию
button-edit-problem = Изменить проблему
button-edit-order = Номер заказа
button-edit-description = Описание
button-edit-photos = Фото
button-edit-reply = Как ответить
button-reply-chat = Только здесь, в Telegram
button-reply-mail = Здесь и по почте
button-reply-my-mail = Здесь и на { $email }
button-reply-other-mail = Здесь и на другую почту
button-reply-call = Перезвоните мне
button-code-again = Прислать код ещё раз
button-other-address = Другой адрес
button-resume = Продолжить
button-restart = Начать заново
button-open-ticket = Открыть обращение
button-newer = ‹ Новее
button-older = Старше ›
button-copy-number = Скопировать номер
button-back-to-list = К списку
button-solved = Вопрос решён
button-unsolved = Ещё не решён
button-add = Дополнить
button-withdraw = Отозвать обращение
button-withdraw-yes = Да, отозвать
button-again = Новое обращение об этом
button-add-to = Добавить к № { $number }
button-score-5 = 5, отлично
button-score-4 = 4, хорошо
button-score-3 = 3, нормально
button-score-2 = 2, плохо
button-score-1 = 1, ужасно
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
command-contacts = Другие способы связи
command-language = Язык
command-help = Как это работает
command-privacy = Мои данные: что храним, выгрузка и удаление
command-take = Взять обращение
command-pending = Ждём ответа клиента
command-resolve = Обращение решено
command-priority = Сменить приоритет: срочно, обычное, сложное
command-retract = Отозвать своё сообщение у клиента
command-name = Имя, под которым вас видят клиенты
command-queue = Очередь: что ждёт ответа
command-find = Найти обращение
command-history = Все обращения клиента
command-stats = Поддержка в числах
command-csv = Таблица обращений
command-transcript = Переписка по обращению файлом

## Форма

ask-consent =
    <b>Прежде чем начать</b>
    Мы сохраним то, что вы напишете и приложите, ваше имя и номер аккаунта в Telegram: без этого не ответить. Данные видят только сотрудники поддержки. Сообщения проходят через серверы Telegram.

    Вы согласны на обработку этих данных?
ask-category = <b>С чем связан вопрос?</b>
ask-problem =
    <b>{ $category }</b>
    Что именно случилось?
answer-title = <b>{ $problem }</b>
answer-text = { $value }
answer-question = Это помогло? Если нет, продолжим обращение.
answer-helped = Хорошо, что всё решилось. Если понадобимся снова, мы здесь.
ask-order =
    <b>Номер заказа</b>
    Напишите его так, как в письме о заказе или в личном кабинете, например <code>{ $example }</code>.
ask-order-earlier = Или выберите один из прежних.
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
ask-reply =
    <b>Как вам ответить?</b>
    Ответ в любом случае придёт сюда. Можно добавить ещё один способ.
ask-reply-address =
    <b>Адрес почты</b>
    Напишите адрес, и мы пришлём на него код: так мы убедимся, что почта ваша.
ask-reply-code =
    <b>Код из письма</b>
    Отправили код на { $email }. Напишите сюда { $digits } цифр из письма, код действует { $minutes } минут. Если письма нет, загляните в папку «Спам».
ask-reply-phone =
    <b>Номер телефона</b>
    Напишите номер, по которому вам перезвонить, или отправьте свой контакт.
photo-small = { $total ->
    [1] Фото слишком маленькое
   *[other] Фото { $number } слишком маленькое
}: мелкий текст на нём не разобрать.
photo-dark = { $total ->
    [1] Фото слишком тёмное
   *[other] Фото { $number } слишком тёмное
}: текст на нём трудно прочитать.
photo-blurred = { $total ->
    [1] Фото размыто
   *[other] Фото { $number } размыто
}: текст на нём трудно прочитать.
photos-advice = { $count ->
    [1] Его можно заменить или оставить как есть.
   *[other] Их можно заменить или оставить как есть.
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
review-reply-mail = Ответ: сюда и на { $value }
review-reply-call = Ответ: сюда и звонком на <code>{ $value }</code>
review-description =
    <b>Описание</b>
    { $value }
hints-title = <b>Прежде чем отправить</b>
hint-same-order = Об этом заказе уже есть открытое обращение № { $number }. Добавьте написанное к нему, и ответ придёт быстрее.
hint-same-words = Похожее обращение уже открыто: № { $number }. Добавьте написанное к нему, и ответ придёт быстрее.
hint-order = Магазин не нашёл заказ { $number }: проверьте номер. Если он верный, отправляйте как есть.
hint-photos = Заменить можно кнопкой «{ button-edit-photos }», а можно отправить и так.
hint-abuse = В тексте есть резкие слова. Понимаем, что ситуация неприятная: без них разобраться будет проще. Отправить можно и так.
hint-facts = С этим ответим быстрее: { $facts }. Можно дописать прямо сейчас.
fact-date = дата
fact-amount = сумма
form-cancelled = Отменено, ничего не отправлено.
form-closed = Эта форма уже закрыта.
nothing-to-cancel = Отменять нечего: начатой формы нет.
draft-waits-linked = У вас есть начатое обращение. Продолжить с того же места или начать новое, о заказе { $number }?
link-followed = Заказ <code>{ $number }</code>. Осталось несколько вопросов.
draft-waits = У вас есть начатое обращение. Продолжить с того же места или начать заново?
draft-left = Вы начали обращение и ещё не отправили его. Всё, что вы написали, сохранено. Продолжить?
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
note-order-check = Номер заказа: <code>{ $number }</code>. Всё верно? Если нет, пришлите его ещё раз.
note-order-which = Какой из этих номеров верный? Если никакой, пришлите его ещё раз.
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
note-email-none = Вы написали «{ $typed }»: здесь нет адреса почты. Он выглядит так: anna@example.com.
note-email-several = Адресов несколько, а нужен один. Пришлите тот, на который отвечать.
note-email-cyrillic = Вы написали «{ $typed }»: в адресе есть русские буквы. Переключите раскладку и наберите его латиницей.
note-email-domain = Вы написали «{ $typed }»: после @ чего-то не хватает. Там должно быть имя почты с точкой, например mail.ru.
note-email-form = Вы написали «{ $typed }»: таким адрес почты быть не может. Проверьте его и пришлите ещё раз.
note-email-confirmed = Адрес подтверждён: ответы придут и туда.
note-code-later = Код уже отправлен. Новый можно запросить через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[many] { $seconds } секунд
}.
note-code-too-many = За последний час мы отправили вам уже три кода. Следующий можно запросить через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}.
note-code-form = В коде { $digits } цифр. Пришлите только их.
note-code-wrong = Код не подошёл. { $left ->
    [one] Осталась { $left } попытка.
    [few] Осталось { $left } попытки.
   *[many] Осталось { $left } попыток.
}
note-code-spent = Код не подошёл, и попытки кончились. Запросите новый кнопкой ниже.
note-code-expired = Срок действия кода истёк. Запросите новый кнопкой ниже.
note-phone-wrong = Вы написали «{ $typed }»: на номер телефона не похоже. Пришлите одни цифры, например +7 912 345-67-89.

## Ответы на нажатия

tap-pace = Слишком много нажатий подряд, подождите несколько секунд
tap-form-closed = Эта форма уже закрыта
tap-step-passed = Этот шаг уже пройден
tap-not-yours = Такого обращения у вас нет
tap-too-late = Не получится: обращение сейчас «{ $status }»
tap-parked-gone = Это сообщение уже передано
tap-ticket-ended = Обращение закрыто и новых сообщений не принимает
tap-export-begun = Готовим файл
tap-export-early = Файл уже отправляли недавно
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
ticket-after-hours = Сейчас нерабочее время, сотрудники вернутся { $moment }.
ticket-also-mailed = Продублируем его и на { $email }.
ticket-also-call = И перезвоним на <code>{ $number }</code>.
mail-not-arriving = Письма по обращению № { $number } на { $email } не доходят. Ничего не потеряно: все ответы приходят сюда.
code-refused = Адрес { $email } не принимает почту. Проверьте, нет ли в нём ошибки, и пришлите ещё раз. Можно и без почты: ответ придёт сюда.
code-not-sent = Отправить код на { $email } не получилось: почта сейчас не работает. Отправьте обращение без неё, ответ придёт сюда.
ticket-title = <b>Обращение № { $number }</b>
ticket-status = Статус: { $status }
ticket-topic = { $category } · { $problem }
ticket-order = Заказ: <code>{ $value }</code>
ticket-promised = Ответим до: { $moment }
ticket-resolve-by = Решим до: { $moment }
next-new = Что дальше: сотрудник возьмёт обращение в работу и ответит сюда.
next-open = Что дальше: ответ придёт сюда. Дополнить можно обычным сообщением.
next-pending = Что дальше: ждём вашего ответа, напишите его сюда.
next-resolved = Что дальше: если всё в порядке, закроем обращение { $moment }. Если нет, напишите сюда.
next-ended = Что дальше: делать ничего не нужно. Если вопрос вернулся, создайте новое обращение об этом.
ticket-timeline = <b>История</b>
ticket-step = { $moment }: { $status }
ticket-description =
    <b>Описание</b>
    { $value }
ticket-stripped = { $days ->
    [0] Текст, переписка и файлы этого обращения удалены.
    [one] Текст, переписка и файлы этого обращения удалены через { $days } день после его завершения.
    [few] Текст, переписка и файлы этого обращения удалены через { $days } дня после его завершения.
   *[many] Текст, переписка и файлы этого обращения удалены через { $days } дней после его завершения.
}
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
ask-addition = Что добавить к обращению № { $number }? Пришлите ответом на это сообщение текст, фото или файл.
ask-addition-field = Что добавить
ask-withdraw = Отозвать обращение № { $number }? Мы перестанем им заниматься.

status-now-open = Обращение № { $number } в работе. Им занимается { $name }.
status-now-reopened = Обращение № { $number } снова в работе.
status-now-pending = По обращению № { $number } ждём вашего ответа: { $name } задаёт вопрос. Напишите сюда.
status-now-resolved =
    Обращение № { $number } решено. Если вопрос остался, напишите сюда до { $moment }, и мы продолжим.
answer-delayed =
    По обращению № { $number } не успеваем ответить к обещанному времени, просим прощения. Ответим до: { $moment }.
    Обращение в очереди, повторять ничего не нужно.
priority-now = Приоритет обращения № { $number } теперь { $priority }.
promise-answer-by = Ответим до: { $moment }.
promise-resolve-by = Решим до: { $moment }.
promise-paused = Срок пойдёт дальше, когда вы ответите на вопрос сотрудника.
promise-passed = Обещанное время уже прошло, просим прощения: займёмся им в первую очередь.
closing-soon =
    Обращение № { $number } решено, и вопросов от вас больше не было. Если всё в порядке, закроем его { $moment }.
    Если что-то осталось, просто напишите сюда.
status-now-closed =
    Обращение № { $number } закрыто. Спасибо, что написали нам.
    Оцените, пожалуйста, как мы помогли.
rated = Спасибо за оценку: { $score } из 5. Если хотите добавить пару слов, ответьте на это сообщение.
rated-low =
    Спасибо за честную оценку: { $score } из 5. Сотрудники её увидят. Напишите ответом на это сообщение, что было не так.
    Если вопрос не решён, продолжим в новом обращении.
rating-words-kept = Спасибо, передали сотрудникам.
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

## Мои данные

privacy =
    <b>Ваши данные</b>
    Храним: имя, имя пользователя и номер аккаунта в Telegram, язык, ваши обращения с номерами заказов, переписку, фото и файлы, оценки, а также почту или телефон для ответа, если вы их оставили. Без этого не ответить и не разобраться, если вопрос вернётся.

    Видят их только сотрудники поддержки этого магазина. Сообщения и файлы проходят через серверы Telegram и остаются там в вашем чате с ботом, пока вы сами его не очистите.
privacy-no-end = Храним, пока вы не попросите удалить.
privacy-retention = { $days ->
    [one] Текст, переписку и файлы обращения удаляем через { $days } день после его завершения, остальное храним, пока вы не попросите удалить.
    [few] Текст, переписку и файлы обращения удаляем через { $days } дня после его завершения, остальное храним, пока вы не попросите удалить.
   *[many] Текст, переписку и файлы обращения удаляем через { $days } дней после его завершения, остальное храним, пока вы не попросите удалить.
}
ask-deletion =
    <b>Удалить ваши данные?</b>
    Удалим имя, аккаунт, тексты и файлы обращений, переписку и оценки с отзывами. Для статистики останутся только числа: тема, статус, время и баллы, без имени и слов. Вернуть удалённое нельзя.

    Сделаем это через { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }: до тех пор можно передумать.
ask-deletion-open = { $count ->
    [one] У вас { $count } незавершённое обращение. Оно будет отозвано, и ответ на него не придёт.
    [few] У вас { $count } незавершённых обращения. Они будут отозваны, и ответы на них не придут.
   *[many] У вас { $count } незавершённых обращений. Они будут отозваны, и ответы на них не придут.
}
deletion-planned =
    Удалим ваши данные { $moment }.
    До этого всё работает как обычно, и можно передумать: нажмите «Оставить мои данные» или отправьте новое обращение, тогда удаление отменится.
deletion-waits = Ваши данные будут удалены { $moment }, как вы просили.
deletion-kept = Хорошо, ничего не удаляем.
deletion-none = Удаление не запланировано: ваши данные остаются на месте.
deletion-cancelled-by-ticket = Вы отправили новое обращение, поэтому удаление данных отменили: без них не ответить. Попросить о нём снова можно командой /privacy.
forgotten = Ваши данные удалены, как вы просили. Сам чат с ботом можно очистить в Telegram. Если понадобимся снова, напишите: начнём с чистого листа.
export-begun = Готовим файл со всем, что о вас храним. Он придёт сюда, обычно это занимает меньше минуты.
export-early = Файл вы уже заказывали, он здесь или вот-вот придёт. Следующий можно заказать после { $moment }.
export-failed = Собрать файл с вашими данными не получилось: ошибка на нашей стороне. Можно попробовать ещё раз.
export-caption = Всё, что мы о вас храним. Распакуйте архив и откройте index.html; data.json — то же самое для программ.
export-left-out = { $count ->
    [one] Не вошёл { $count } файл: почему, написано в index.html.
    [few] Не вошли { $count } файла: почему, написано в index.html.
   *[many] Не вошло { $count } файлов: почему, написано в index.html.
}
export-file-name = moi-dannye
export-title = Ваши данные
export-made-at = Собрано: { $moment }
export-profile = Профиль
export-name = Имя
export-username = Имя пользователя
export-account = Номер аккаунта в Telegram
export-language = Язык
export-known-since = Впервые написали
export-consent = Согласие на обработку данных
export-email = Электронная почта
export-shop-id = Номер в магазине
export-tickets = Обращения
export-no-tickets = Обращений нет.
export-ticket = № { $number } · { $status }
export-filed = Отправлено: { $moment }
export-order = Заказ: { $value }
export-reply-to = Ответ также: { $value }
export-rating = Ваша оценка: { $score } из 5
export-talk = Переписка
export-you = Вы
export-history = История
export-draft = Начатое обращение
export-parked = Сообщения, которые ждут вашего выбора
export-fate-too-big = не вошёл: Telegram отдаёт боту файлы до 20 МБ
export-fate-gone = не вошёл: файла больше нет в Telegram
export-fate-unavailable = не вошёл: Telegram не отдал файл, можно заказать выгрузку ещё раз позже
export-fate-no-room = не вошёл: архив получился бы больше, чем бот может отправить

## Группа поддержки

card-title = <b>№ { $number }</b> · { $status }
card-heading = № { $number } · { $status }
card-topic = { $category } · { $problem }
card-words = { $value }
card-line = { $label }: { $value }
card-line-code = { $label }: <code>{ $value }</code>
card-label-priority = Приоритет
card-label-promised = Обещали ответить до
card-label-answer = Срок ответа
card-label-resolve-by = Решить до
card-label-solution = Срок решения
card-promise-paused = на паузе, пока ждём клиента; осталось { $left }
card-promise-breached = просрочено
card-promise-moved = срок перенесён
card-promise-first-breached = первый срок нарушен
card-promise-kept = решено вовремя
card-promise-late = решено позже срока
promise-distance = срок
left-hours = { $hours } ч { $minutes } мин
left-business-hours = { $hours } ч { $minutes } мин рабочего времени
left-business-days = { $days ->
    [one] { $days } рабочий день и { $hours } ч
    [few] { $days } рабочих дня и { $hours } ч
   *[many] { $days } рабочих дней и { $hours } ч
}
card-label-order = Заказ
card-label-shop = В магазине
card-label-items = Товары
card-shop-date = от { $date }
card-shop-known = заказ есть
card-shop-unknown = такого заказа нет
card-shop-other = заказ другого покупателя
card-label-customer = Клиент
card-label-shop-customer = Клиент в магазине
card-label-assignee = Ответственный
card-label-attachments = Файлы
card-label-mail = Ответить и на почту
card-label-call = Перезвонить
card-no-order = не указан
card-customer = { $name } ({ $language })
card-unassigned = не назначен
card-unreachable = Клиент заблокировал бота: пока он не вернётся, сообщения до него не дойдут.
card-preceded = Продолжение обращения № { $number }
card-description-title = Описание
card-description =
    <b>Описание</b>
    { $value }
card-forgotten = № { $number } · данные удалены по просьбе клиента
card-moved = № { $number } · у этого обращения теперь своя тема. Ответственный: { $name }.
button-open-topic = Открыть тему

last-words-title = <b>Последние сообщения</b>
last-words-line = <b>{ $name }:</b> { $text }
last-words-note = <b>{ $name } (заметка):</b> { $text }
sla-title = <b>№ { $number }</b>
sla-mention = <a href="tg://user?id={ $id }">{ $name }</a>
sla-mention-name = @{ $name }
sla-on-duty = дежурный
sla-warning-answer = Скоро срок первого ответа: { $moment } ({ $distance }).
sla-warning-solution = Скоро срок решения: { $moment } ({ $distance }).
sla-warning-both = Скоро срок и ответа, и решения: { $moment } ({ $distance }).
sla-breach-answer = Срок первого ответа прошёл: { $moment } ({ $distance }). Клиент ещё ждёт ответа.
sla-breach-solution = Срок решения прошёл: { $moment } ({ $distance }). Обращение ещё не решено.
sla-breach-both = Срок и ответа, и решения прошёл: { $moment } ({ $distance }). Клиент ещё ждёт ответа.
staff-status-pending = ждём ответа клиента
staff-help =
    <b>Как отвечать</b>
    Пишите в теме обращения (в группе без тем — ответом на карточку): всё уходит клиенту.
    Начните с <code>//</code>, и это останется заметкой для своих.

    /take — взять, /pending — ждём клиента, /resolve — решено
    /priority срочно, обычное или сложное — сменить приоритет
    /retract — ответом на своё сообщение: убрать его у клиента
    /name Имя — как вас видят клиенты
    /queue — что ждёт ответа, /find — поиск по номеру, заказу, имени и словам, /history — все обращения клиента
    /transcript — вся переписка одним файлом
    /stats, /csv — числа и таблица, для администраторов
staff-no-ticket = К какому обращению это относится, непонятно, поэтому клиенту ничего не отправили. Напишите в теме обращения или ответом на его карточку.
staff-unknown-command = Команды { $command } нет. Клиенту ничего не отправили.
staff-stripped = Данные этого обращения удалены, поэтому клиенту ничего не отправили.
staff-topic-left = Клиент попросил удалить свои данные, а удалить эту тему бот не может: ему не хватает права удалять сообщения. Удалите её, пожалуйста, вручную.
staff-refused = Не получится: обращение сейчас «{ $status }».
staff-already = Уже так: «{ $status }».
priority-usage = Напишите приоритет после команды: /priority срочно, /priority обычное или /priority сложное.
priority-unknown = Приоритета «{ $typed }» нет. Напишите: /priority срочно, /priority обычное или /priority сложное.
priority-already = Приоритет уже такой: { $priority }.
priority-no-urgent = В категории «{ $category }» срочных обращений не бывает. Можно поставить обычный или сложный приоритет.
staff-note-too-late = Сообщение уже у клиента, заметкой оно не станет. Убрать его можно командой /retract в ответ на него.
staff-note-stays = Это останется заметкой: клиент её не увидит. Чтобы ответить ему, напишите новое сообщение.
staff-correction = Клиент исправил своё сообщение:
staff-reopened = Клиент написал: обращение № { $number } снова в работе.
staff-closed = Обращение № { $number } закрыто.
staff-rated = Клиент оценил помощь по обращению № { $number }: { $score } из 5.
staff-rated-words =
    Отзыв клиента по обращению № { $number }, { $score } из 5:
    { $comment }
staff-cancelled = Клиент отозвал обращение № { $number }.
name-usage = Напишите имя после команды, например: /name Мария. До { $max } знаков.
name-set = Теперь клиенты видят вас как «{ $name }».
retract-usage = Ответьте этой командой на сообщение, которое ушло клиенту. Заметки и слова самого клиента не отозвать.
retract-refused = Удалить сообщение у клиента не получилось: Telegram разрешает это только первые 48 часов.
retract-already = Это сообщение у клиента уже отозвано.
retracted-staff = Сообщение у клиента удалено.
retracted-stays-in-mail = Письмо с ним клиент уже получил: оно останется.
trouble-held = Пока не доставлено: клиент заблокировал бота. Доставим, как только он вернётся, повторять не нужно.
trouble-given-up = Не доставлено: клиент заблокировал бота и за 30 дней не вернулся.
trouble-unreachable = Не доставлено: клиент заблокировал бота или удалил аккаунт.
staff-customer-back = Клиент снова на связи (№ { $number }): доставляем то, что ждало.
trouble-maybe-twice = Доставлено, но, возможно, дважды: ответ Telegram потерялся.
trouble-failed = Не доставлено: Telegram отказал. Попробуйте отправить иначе.
trouble-not-shown = Часть того, что прислал клиент по обращению № { $number }, Telegram не дал показать здесь. Она сохранена.
trouble-mail-refused = Письмо по обращению № { $number } почтовый сервер не принял (ответ { $code }).
trouble-mail-no-answer = Письмо по обращению № { $number } отправить не удалось: почтовый сервер так и не ответил.
trouble-mail-off = Письмо по обращению № { $number } не отправлено: почта в настройках выключена.
trouble-mail-in-chat = В чат Telegram всё приходит как обычно.
trouble-mail-blocked = Клиент заблокировал бота: в чат всё придёт, когда он вернётся.
delivered-by-mail = Этот ответ клиент получил письмом (№ { $number }).
given-up-agent = Это обработать не удалось: ошибка у нас (событие { $event }). Клиенту ничего не отправили. Попробуйте ещё раз или иначе.
given-up-desk = Сбой в самом боте (событие { $event }): статус или карточка обращения могли не обновиться. Подробности в журнале.
given-up-staff = Не удалось обработать сообщение клиента ({ $name }, событие { $event }). Оно сохранено, клиент предупреждён.

## Роли

staff-role =
    { $role ->
        [owner] Вы в этой группе владелец: вам доступно всё.
        [supervisor] Вы в этой группе супервайзер: кроме работы с обращениями можете блокировать клиентов, смотреть журнал и показатели, закреплять памятку.
       *[agent] Вы в этой группе сотрудник поддержки: отвечаете клиентам и ведёте обращения. Блокировка клиентов, журнал и показатели доступны супервайзерам, это администраторы группы.
    }

## Настройка

setup-id = Номер этой группы: <code>{ $id }</code>. Запишите его в настройку STAFF_CHAT_ID и запустите бота снова.
setup-ready = Всё готово: обращения будут приходить сюда.
setup-not-admin = Сделайте бота администратором группы: иначе он не видит сообщений сотрудников.
setup-no-topics-right = Дайте боту право управлять темами: у каждого обращения будет своя.
setup-not-forum = Темы в группе выключены: обращения будут приходить карточками, отвечать на них — ответом на карточку. С темами удобнее.
setup-former = Поддержка работает теперь в другой группе: ответы отсюда клиентам не уходят. Если она должна работать здесь, запишите номер этой группы <code>{ $id }</code> в STAFF_CHAT_ID и запустите бота снова.
group-moved = Telegram дал этой группе новый номер: <code>{ $id }</code>. Работа продолжается здесь, карточки незавершённых обращений появятся одна за другой. Когда будет удобно, замените в настройках номер <code>{ $old }</code> на новый; до тех пор бот найдёт дорогу сам.
agent-not-reached = <a href="tg://user?id={ $id }">{ $name }</a>, бот пока не может писать вам лично: откройте @{ $bot } и нажмите «Старт». До тех пор ответы приходят сюда.
wrong-group = Этот бот работает в другой группе, поэтому здесь ему делать нечего. Всего доброго.

## Списки для сотрудников

list-number = № { $number }
list-head = · { $status } · { $problem }
list-people = { $customer } → { $agent }
list-nobody = клиент удалил свои данные
button-list-first = В начало
button-list-back = ‹ Назад
button-list-next = Дальше ›
button-list-again = Обновить
queue-mine = <b>Ваши обращения</b>
queue-unassigned = <b>Никем не взяты</b>
queue-breaching = <b>Срок подходит или прошёл</b>
queue-all = <b>Все обращения в работе</b>
queue-none = Здесь пусто.
queue-usage = Такого списка нет. Есть /queue mine — ваши, /queue unassigned — никем не взятые, /queue breaching — срок подходит или прошёл, /queue all — все.
queue-answered = { $priority } · первый ответ дан
queue-paused = { $priority } · обещали ответить до: { $moment }
queue-left = { $priority } · ответить до: { $moment } · осталось { $span }
queue-late = { $priority } · обещали ответить до: { $moment } · <b>просрочено на { $span }</b>
button-queue-mine = Мои
button-queue-unassigned = Никем не взяты
button-queue-breaching = Срок подходит
button-queue-all = Все
span-minutes = { $minutes } мин
span-hours = { $hours } ч { $minutes } мин
span-days = { $days } дн. { $hours } ч
find-title = Поиск: <code>{ $typed }</code>
find-none = По запросу <code>{ $typed }</code> ничего не нашлось. Искать можно по номеру обращения, номеру заказа, имени клиента и словам из переписки.
find-usage = Напишите, что найти: <code>/find 482-913</code>, <code>/find A-1029</code>, <code>/find Иванов</code> или слова из переписки.
find-too-long = Слишком длинный запрос: хватит нескольких слов, не больше { $max } знаков.
find-note = Заметка:
history-title = <b>{ $name }</b>: все обращения, вы спросили по № { $number }
history-title-nobody = Все обращения клиента, вы спросили по № { $number }
history-filed = подано { $filed }
history-ended = подано { $filed }, завершено { $ended }
history-rated = оценка { $score } из 5
history-stripped = <i>данные удалены</i>
history-usage = К какому обращению это относится, непонятно. Напишите в теме обращения, ответом на его карточку или с номером: <code>/history 482-913</code>.
tap-list-old = Этот список устарел. Отправьте команду ещё раз

## Хозяину группы

group-bot-removed = Бота больше нет в группе «{ $title }»: обращения клиентов сохраняются, но показать их негде. Верните бота в группу и сделайте администратором, и всё, что накопилось, придёт туда само.
group-cant-write = Боту запретили писать в группе «{ $title }»: обращения клиентов сохраняются, но туда не попадают. Сделайте бота администратором, и всё, что накопилось, придёт само.
group-not-admin = В группе «{ $title }» бот больше не администратор: он не видит, что пишут сотрудники, и ответы клиентам не уходят. Сделайте его администратором снова.
group-no-topics-right = В группе «{ $title }» у бота нет права управлять темами: новые обращения приходят карточками в общий чат. Дайте боту это право.
group-topics-off = Темы в группе «{ $title }» выключены: обращения продолжаются прямо в ней, отвечайте на карточку обращения или на любое его сообщение. Включите темы в настройках группы, и у новых обращений снова будут свои.
group-mended = Группа «{ $title }»: работа продолжается, ничего не потеряно.

## Письма

mail-code-subject = Код подтверждения: { $code }
mail-code = Чтобы ответы поддержки приходили и на эту почту, введите код в чате с ботом:
mail-code-foot = Код действует 15 минут. Если вы его не запрашивали, просто удалите это письмо: без кода на этот адрес больше ничего не придёт.
mail-subject = Обращение № { $number }: { $topic }
mail-opened = Обращение № { $number } принято. Ответим до: { $moment }.
mail-opened-topic = Проблема: { $topic }
mail-opened-order = Заказ: { $value }
mail-opened-description =
    Вы написали:
    { $value }
mail-opened-files = Приложено файлов: { $count }
mail-reply = { $name } отвечает по обращению № { $number }:
mail-corrected = { $name } исправляет ответ по обращению № { $number }. Теперь он такой:
mail-in-chat-only = Часть ответа в письмо не помещается, её можно посмотреть в чате.
mail-file-missing = Файл «{ $name }» в письмо не поместился, его можно посмотреть в чате.
mail-resolved = Обращение № { $number } решено. Если вопрос остался, напишите в чат до { $moment }, и мы продолжим.
mail-closed = Обращение № { $number } закрыто. Спасибо, что написали нам.
mail-foot = Ответить можно в чате Telegram: { $link }. Ответы на это письмо никто не читает.

## Числа

numbers-title = Поддержка в числах
numbers-tickets = Новых обращений
numbers-resolved = { $count ->
    [one] из них решено { $count }
    [few] из них решены { $count }
   *[many] из них решено { $count }
}
numbers-kept = Ответ в обещанный срок
numbers-none-due = сроки ещё не подошли
numbers-of = { $part } из { $whole }
numbers-rating = Средняя оценка
numbers-rated = { $count ->
    [0] оценок пока нет
    [one] { $count } оценка
    [few] { $count } оценки
   *[many] { $count } оценок
}
numbers-self-help = Помог готовый ответ
numbers-read = { $count ->
    [0] никто не открывал
    [one] из { $count } открывшего
   *[many] из { $count } открывших
}
numbers-by-day = Обращения по дням
numbers-rest = Остальные категории
numbers-times = Сколько ждали
numbers-median = половина за
numbers-p90 = 9 из 10 за
numbers-first-reply = Первый ответ
numbers-resolution = Решение
numbers-ratings = Оценки клиентов
numbers-agents = Сотрудники
numbers-column-tickets = обращ.
numbers-column-reply = ответ за
numbers-column-kept = в срок
numbers-column-rating = оценка
numbers-agents-left = { $count ->
    [one] И ещё { $count } сотрудник
    [few] И ещё { $count } сотрудника
   *[many] И ещё { $count } сотрудников
}
numbers-agent-unnamed = Без имени { $place }
numbers-file-name = podderzhka-v-chislah
duration-minutes = { $minutes } мин
duration-hours = { $hours } ч
duration-hours-minutes = { $hours } ч { $minutes } мин
duration-days = { $days } дн
duration-days-hours = { $days } дн { $hours } ч
report-caption = <b>Поддержка в числах: { $period }</b>
report-caption-weekly = <b>Итоги недели: { $period }</b>
report-caption-tickets = { $count ->
    [one] { $count } обращение, решено { $resolved }.
    [few] { $count } обращения, решено { $resolved }.
   *[many] { $count } обращений, решено { $resolved }.
}
report-caption-reply = Первый ответ: половина клиентов получила его за { $median }, девять из десяти за { $p90 }.
report-caption-kept = В обещанный срок: { $share }.
report-caption-rating = Средняя оценка: { $mean } из 5.
report-caption-no-picture = Картинку нарисовать не получилось, поэтому только цифры.
report-caption-csv = { $count ->
    [one] Таблица, { $period }: { $count } обращение
    [few] Таблица, { $period }: { $count } обращения
   *[many] Таблица, { $period }: { $count } обращений
}
report-caption-transcript = Переписка по обращению № { $number }. Откройте файл в браузере. В нём данные клиента и заметки сотрудников: не пересылайте его посторонним.
report-usage = После команды { $command } можно написать week, month или число дней, до { $max }. Например: { $command } 14.
report-not-allowed = Числа видят администраторы группы и её владелец.
report-anonymous = Отчёт приходит лично, а вы пишете анонимно. Напишите команду от своего имени.
report-ask-again = Отчёт приходит только лично. Когда нажмёте «Старт», повторите команду.
report-failed = Отчёт собрать или отправить не получилось: ошибка у нас. Попробуйте ещё раз через несколько минут.
report-weekly-lost = Отчёт за неделю мог не дойти. Его можно запросить командой /stats.
csv-file-name = obrasheniya
csv-number = Номер
csv-created = Создано
csv-category = Категория
csv-problem = Проблема
csv-status = Статус
csv-priority = Приоритет
csv-assignee = Ответственный
csv-first-reply = Первый ответ, мин
csv-resolution = Решение, мин
csv-promised = Обещали ответить до
csv-kept = В срок
csv-rating = Оценка
csv-yes = да
csv-no = нет
transcript-file-name = obrashenie
transcript-title = Обращение № { $number }
transcript-made-at = Собрано: { $moment }. Время в файле по тому же часовому поясу.
transcript-status = Статус
transcript-customer = Клиент
transcript-created = Создано
transcript-promised = Обещали к
transcript-first-reply = Первый ответ
transcript-resolved = Решено
transcript-assignee = Ответственный
transcript-rating = Оценка
transcript-rating-value = { $score } из 5
transcript-comment = Отзыв
transcript-description = Описание
transcript-talk = Переписка и события
transcript-by-customer = клиент
transcript-by-system = автоматически
transcript-note = заметка
transcript-edited = исправлено { $moment }
transcript-retracted = Сообщение отозвано у клиента.
transcript-event-status = Статус: { $before } → { $after }
transcript-event-opened = Обращение создано
transcript-event-assigned = Ответственный: { $name }
transcript-event-unassigned = Ответственный снят
transcript-event-delivery-failed = Сообщение до клиента не дошло
transcript-event-delivery-held = Клиент заблокировал бота, сообщение ждёт
transcript-event-mailed = Ответ отправлен письмом
transcript-event-mail-failed = Письмо не отправлено
transcript-photo-alt = Фото { $place }
transcript-left-file = Файл остаётся в теме обращения.
transcript-left-gone = Файла больше нет в Telegram.
transcript-left-too-big = Telegram отдаёт боту файлы до 20 МБ. Файл остаётся в теме обращения.
transcript-left-no-room = Не вошло: файл переписки стал бы больше, чем бот может отправить.
transcript-left-unavailable = Telegram сейчас не отдал файл. Переписку можно запросить ещё раз.
transcript-left-unreadable = Это изображение не открылось. Файл остаётся в теме обращения.
transcript-left-out = { $count ->
    [one] Не вошёл { $count } файл, причина указана рядом с ним.
    [few] Не вошли { $count } файла, причины указаны рядом с ними.
   *[many] Не вошло { $count } файлов, причины указаны рядом с ними.
}
transcript-empty = Пока ничего.
