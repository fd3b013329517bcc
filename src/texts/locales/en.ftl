## Main menu

language-name = English
home = Hello, { $name }. This is the shop's support: tell us what happened, and we will answer right here.
home-nameless = Hello. This is the shop's support: tell us what happened, and we will answer right here.
bot-description =
    The shop's support.

    Tell us what happened, add photos or a receipt, and the answer comes to this chat. Each ticket has a number and a time by which we answer: both are always at hand under “My tickets”.
bot-short-description = The shop's support: your tickets and the answers to them in one chat.
help =
    <b>How it works</b>
    Tap “New ticket”, answer a few questions and send it. The answer comes to this chat.

    /new — a new ticket
    /tickets — my tickets
    /status 482-913 — look up a ticket by its number
    /cancel — close the form you began
    /privacy — my data
    /language — language

    To add something to a ticket, just write here or reply to a message about it.
contacts-title = <b>Other ways to reach us</b>
contacts-none = The shop has not listed other ways to reach it: write here, and we will answer here.
contact-title = <b>{ $value }</b>
contact-line = { $value }
contact-open = Open now, until { $moment }.
contact-closed = Closed now, opens { $moment }.
contact-always-open = Open day and night.
ask-language = Which language do you prefer?
language-chosen = All right, we will go on in English.
desk-not-ready = Support is still being set up. Please write a little later.
unknown-command = There is no such command. The menu has all you need.
given-up-customer = We could not process your message: the fault is ours. It is kept, and we are looking into it. If you need an answer sooner, please write again in other words.

## Buttons

button-new-ticket = New ticket
button-my-tickets = My tickets
button-contacts = Other ways to reach us
button-help = How it works
button-language = Language · Язык
button-privacy = My data
button-export = Download my data
button-delete = Delete my data
button-delete-yes = Yes, delete
button-keep-data = Keep my data
button-home = To the menu
button-agree = I agree, go on
button-back = Back
button-cancel = Cancel
button-answer-link = Read more
button-helped = That solved it
button-need-help = Still need help
button-order-yes = Yes, { $number }
button-no-order = I don't have it
button-no-order-anyway = Go on without it
button-done = Done
button-skip = Skip
button-remove-last = Remove the last file
button-remove-photo = { $total ->
    [1] Remove this photo
   *[other] Remove photo { $number }
}
button-send = Send
button-edit-category = Change category
button-edit-problem = Change problem
button-edit-order = Order number
button-edit-description = Description
button-edit-photos = Photos
button-edit-reply = How to answer
button-reply-chat = Only here, in Telegram
button-reply-mail = Here and by e-mail
button-reply-my-mail = Here and to { $email }
button-reply-other-mail = Here and to another address
button-reply-call = Call me back
button-code-again = Send the code again
button-other-address = Another address
button-resume = Go on
button-restart = Start over
button-open-ticket = Open the ticket
button-newer = ‹ Newer
button-older = Older ›
button-copy-number = Copy the number
button-back-to-list = To the list
button-solved = It is solved
button-unsolved = Not solved yet
button-add = Add something
button-withdraw = Withdraw the ticket
button-withdraw-yes = Yes, withdraw it
button-again = New ticket about this
button-add-to = Add to № { $number }
button-score-5 = 5, excellent
button-score-4 = 4, good
button-score-3 = 3, all right
button-score-2 = 2, poor
button-score-1 = 1, very poor
button-parked-new = New ticket
button-parked-drop = Don't send
button-take = Take
button-pending = Waiting for customer
button-resolve = Resolved
button-more = More
button-menu-back = Back
button-priority = Priority
button-release = Release
button-transfer = Transfer
button-reopen = Reopen
button-close = Close
button-close-yes = Yes, close it
button-merge = Merge
button-reason-typed = Another reason
button-take-back = Take the second answer back
button-resend = Try again
button-open-merged = Open the ticket that goes on

## Commands in the menu

command-new = New ticket
command-tickets = My tickets
command-status = Look up a ticket by its number
command-cancel = Close the form you began
command-contacts = Other ways to reach us
command-language = Language
command-help = How it works
command-privacy = My data: what we keep, a copy, deletion
command-take = Take the ticket
command-pending = Waiting for the customer
command-resolve = The ticket is resolved
command-priority = Change the priority: urgent, standard, complex
command-release = Release the ticket
command-transfer = Hand it over to a colleague or a category
command-close = Close the ticket
command-reopen = Take a resolved ticket up again
command-merge = Merge with another ticket of the customer
command-tag = Put tags on or take them off
command-retract = Take your message back from the customer
command-name = The name customers see
command-queue = The queue: what waits for an answer
command-find = Find a ticket
command-history = All tickets of a customer
command-stats = Support in numbers
command-csv = A table of tickets
command-transcript = A ticket as a file
command-m = Ready answers
command-macro = Your own ready answers
command-role = What you may do
command-ban = Keep a customer from writing
command-unban = Let a customer write again
command-audit = The log
command-guide = Pin the guide
command-check = Check the group

## The form

ask-consent =
    <b>Before we begin</b>
    We keep what you write and attach, your name and your Telegram account's number: we can't answer without them. Only support agents see them. Messages pass through Telegram's servers.

    Do you agree to the processing of this data?
ask-category = <b>What is it about?</b>
ask-problem =
    <b>{ $category }</b>
    What exactly happened?
answer-title = <b>{ $problem }</b>
answer-text = { $value }
answer-question = Did that solve it? If not, we will go on with your ticket.
answer-helped = Good to hear. If you need us again, we are here.
ask-order =
    <b>Order number</b>
    Write it as it stands in the order mail or in your account, for example <code>{ $example }</code>.
ask-order-earlier = Or choose one of your earlier ones.
ask-description =
    <b>What happened?</b>
    Put the point in the first lines: what, when, what amount. { $min } to { $max } characters.
ask-description-hint = { $hint }
ask-description-anew = The new text takes the place of the old one.
ask-photos =
    <b>Photos and receipts</b>
    { $count ->
        [0] Send up to { $max } photos, screenshots or PDF receipts. You may skip this.
        [one] { $count } file of { $max } attached.
       *[other] { $count } files of { $max } attached.
    }
ask-reply =
    <b>How shall we answer?</b>
    The answer comes here in any case. You can add one more way.
ask-reply-address =
    <b>E-mail address</b>
    Type the address, and we will mail a code to it: that way we know it is yours.
ask-reply-code =
    <b>The code from the mail</b>
    We have mailed a code to { $email }. Type its { $digits } digits here; it is valid for { $minutes } minutes. If there is no mail, look into the spam folder.
ask-reply-phone =
    <b>Phone number</b>
    Type the number to call you at, or share your contact.
photo-small = { $total ->
    [1] The photo is too small
   *[other] Photo { $number } is too small
}: fine print on it can't be made out.
photo-dark = { $total ->
    [1] The photo is too dark
   *[other] Photo { $number } is too dark
}: text on it can hardly be read.
photo-blurred = { $total ->
    [1] The photo is blurred
   *[other] Photo { $number } is blurred
}: text on it can hardly be read.
photos-advice = { $count ->
    [1] You may replace it or leave it as it is.
   *[other] You may replace them or leave them as they are.
}
review-title = <b>Is everything right?</b>
review-category = Category: { $value }
review-problem = Problem: { $value }
review-order = Order: <code>{ $value }</code>
review-no-order = Order: no number
review-photos = Files: { $count ->
    [0] none
   *[other] { $count }
}
review-kept = Also attached: { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
review-reply-mail = Answer: here and to { $value }
review-reply-call = Answer: here and by a call to <code>{ $value }</code>
review-description =
    <b>Description</b>
    { $value }
hints-title = <b>Before you send it</b>
hint-same-order = Ticket № { $number } about this order is open already. Add this to it, and the answer comes sooner.
hint-same-words = Ticket № { $number } about the same is open already. Add this to it, and the answer comes sooner.
hint-order = The shop did not find order { $number }: check the number. If it is right, send it as it is.
hint-photos = The "{ button-edit-photos }" button replaces it; you may also send it as it is.
hint-abuse = There are harsh words in the text. We understand that this is unpleasant: without them it is easier to sort out. You may send it as it is.
hint-facts = This would speed things up: { $facts }. You can add it right now.
fact-date = the date
fact-amount = the amount
form-cancelled = Cancelled, nothing was sent.
form-closed = This form is closed already.
nothing-to-cancel = There is nothing to cancel: no form is open.
draft-waits-linked = You have a ticket you began. Go on where you stopped, or begin a new one, about order { $number }?
link-followed = Order <code>{ $number }</code>. A few questions are left.
draft-waits = You have a ticket you began. Go on where you stopped, or start over?
draft-left = You began a ticket and have not sent it yet. Everything you wrote is kept. Go on?
draft-goes-on = We go on where you stopped.
draft-amended = Your correction has been applied.
too-many-tickets = You have sent { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
} within the last hour. The next one can go after { $moment }. The draft is kept: come back to it and tap “Send”.
too-many-tickets-add = Or add what you wrote to an open ticket, then the agents see it at once.
draft-added = Added to ticket № { $number }, the agents will see it.

## What became of things sent out of turn

note-order-wrong = This does not look like an order number. One looks like this: <code>{ $example }</code>. Please check it and send it again.
note-order-check = The order number: <code>{ $number }</code>. Is that right? If not, send it again.
note-order-which = Which of these numbers is the right one? If none is, send it again.
note-order-required = The number is in the order mail and in your account, and looks like this: <code>{ $example }</code>. With it we answer faster. If you can't find it, you can go on without.
note-too-short = So far { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, at least { $min } are needed. Please add what happened: what you wrote is kept.
note-too-long = Your text has { $length ->
    [one] { $length } character
   *[other] { $length } characters
}, a description holds { $max }. We kept the text and will attach it whole, nothing is cut. Please sum it up briefly now.
note-kept-as-description = We kept your text as the description.
note-added-to-description = Added to the description.
note-photo-kept = { $count ->
    [one] { $count } file kept, it will be attached to the ticket.
   *[other] { $count } files kept, they will be attached to the ticket.
}
note-photo-refused = A ticket holds { $max } files at most, so the extra ones were not added. You can send the rest here once the ticket is sent.
note-photo-refused-caption = A ticket holds { $max } files at most, so the extra ones were not added; the caption is kept. You can send the rest here once the ticket is sent.
note-kept-for-ticket = Kept, it will be attached to the ticket. { $count ->
    [one] { $count } message so far.
   *[other] { $count } messages so far.
}
note-kept-full = There are too many separate messages already, this one was not kept. You can send it once the ticket is sent.
note-email-none = You typed “{ $typed }”: there is no e-mail address in it. One looks like this: anna@example.com.
note-email-several = There are several addresses, and we need one. Send the one to answer to.
note-email-cyrillic = You typed “{ $typed }”: there are Cyrillic letters in the address. Switch the keyboard and type it in Latin ones.
note-email-domain = You typed “{ $typed }”: something is missing after the @. There should be a mail service's name with a dot, such as gmail.com.
note-email-form = You typed “{ $typed }”: that can't be an e-mail address. Check it and send it again.
note-email-confirmed = The address is confirmed: answers will go there, too.
note-code-later = The code is on its way. You can ask for a new one in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
note-code-too-many = We have mailed you three codes within the last hour. You can ask for the next one in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
note-code-form = The code has { $digits } digits. Send only those.
note-code-wrong = The code does not match. { $left ->
    [one] { $left } try is left.
   *[other] { $left } tries are left.
}
note-code-spent = The code does not match, and no tries are left. Ask for a new one with the button below.
note-code-expired = The code is no longer valid. Ask for a new one with the button below.
note-phone-wrong = You typed “{ $typed }”: that does not look like a phone number. Send the number alone, such as +44 20 7946 0123.

## Answers to taps

tap-pace = Too many taps in a row, please wait a few seconds
tap-form-closed = This form is closed already
tap-step-passed = You are past this step already
tap-not-yours = You have no such ticket
tap-too-late = Not possible: the ticket is “{ $status }” now
tap-parked-gone = This message was passed on already
tap-ticket-ended = The ticket has ended and takes no more messages
tap-export-begun = We are preparing the file
tap-export-early = A file was ordered not long ago
tap-unknown = This button no longer works
tap-not-staff = Only members of the support group can do this
tap-other-group = Support works in another group now
tap-done = Status: { $status }
tap-already = It is already { $status }
tap-priority = Priority: { $priority }
tap-released = Nobody has the ticket now
tap-transferred = Handed over
tap-merge-how = Write in the duplicate's topic (without topics: in reply to its card): /merge and the number of the ticket that goes on
tap-reason-typed = Write: /transfer, to whom and why. For example: /transfer Vera needs her experience
tap-taken-back = Taking the message back
tap-resent = Sending it once more
tap-done-before = This has been done already

## The ticket

status-new = new
status-open = open
status-pending = waiting for your answer
status-resolved = resolved
status-closed = closed
status-cancelled = cancelled
priority-standard = standard
priority-urgent = urgent
priority-complex = complex
agent-unnamed = a support agent

ticket-confirmed =
    <b>Ticket № { $number } is accepted</b>
    We will answer by { $moment }. The answer will come here.
ticket-after-hours = It is after hours: our agents will be back { $moment }.
ticket-also-mailed = We will mail it to <code>{ $email }</code>, too.
ticket-now-mailed = Answers will be mailed to <code>{ $email }</code>, too.
ticket-also-call = And we will call you at <code>{ $number }</code>.
mail-not-arriving = Mail about ticket № { $number } does not arrive at <code>{ $email }</code>. Nothing is lost: all answers still come here.
code-refused = The address { $email } does not take mail. Check it for a mistake and send it again. You can do without it: the answer will come here.
code-not-sent = We could not mail the code to { $email }: mail does not work just now. Send the ticket without it, the answer will come here.
ticket-title = <b>Ticket № { $number }</b>
ticket-status = Status: { $status }
ticket-topic = { $category } · { $problem }
ticket-order = Order: <code>{ $value }</code>
ticket-promised = We will answer by { $moment }
ticket-resolve-by = We will resolve it by { $moment }
next-new = What is next: an agent will take your ticket and answer here.
next-open = What is next: the answer will come here. To add something, just write.
next-pending = What is next: we are waiting for your answer, please write it here.
next-resolved = What is next: if all is well, we will close the ticket { $moment }. If not, write here.
next-merged = What is next: we will go on in ticket № { $number }, please answer there.
next-ended = What is next: nothing to do. If the problem is back, begin a new ticket about it.
ticket-mailed = Answers also go to <code>{ $email }</code>
ticket-call = We will call you at <code>{ $number }</code>
ticket-timeline = <b>So far</b>
ticket-steps-before =
    { $count ->
        [one] … and { $count } step before that
       *[other] … and { $count } steps before that
    }
ticket-step = { $moment }: { $status }
ticket-description =
    <b>Description</b>
    { $value }
ticket-stripped = { $days ->
    [0] The text, messages and files of this ticket have been deleted.
    [one] The text, messages and files of this ticket were deleted { $days } day after its end.
   *[other] The text, messages and files of this ticket were deleted { $days } days after its end.
}
ticket-last-messages = <b>Last messages</b>
ticket-line-agent = Support: { $text }
ticket-line-customer = You: { $text }
ticket-unsolved = Ticket № { $number } is not solved yet. Please tell us what is left.
content-kind = { $kind ->
    [photo] photo
    [video] video
    [video_note] video message
    [voice] voice message
    [audio] audio
    [animation] animation
    [sticker] sticker
    [document] file
    [location] place on the map
    [venue] place on the map
    [contact] contact
    [poll] poll
   *[other] attachment
}
tickets-title =
    <b>My tickets</b>
    { $count } in all. Page { $page } of { $pages }.
tickets-none = No tickets yet.
status-not-found = None of your tickets has the number “{ $typed }”. A number looks like this: 482-913.
ask-addition = What would you like to add to ticket № { $number }? Send words, photos or a file in reply to this message.
ask-addition-field = What to add
ask-withdraw = Withdraw ticket № { $number }? We will stop working on it.

status-now-open = Ticket № { $number } is open: { $name } is working on it.
status-now-reopened = Ticket № { $number } is open again.
status-now-pending = Ticket № { $number } is waiting for your answer: { $name } has a question. Please write here.
status-now-resolved =
    Ticket № { $number } is resolved. If something is left, write here until { $moment }, and we will go on.
answer-delayed =
    We are sorry: we cannot answer ticket № { $number } by the time we promised. We will answer by { $moment }.
    Your ticket keeps its place, there is no need to write again.
priority-now = Ticket № { $number } now has the priority “{ $priority }”.
promise-answer-by = We will answer by { $moment }.
promise-resolve-by = We will resolve it by { $moment }.
promise-paused = The clock goes on when you have answered our agent's question.
promise-passed = The time we promised has passed already, and we are sorry: your ticket goes first now.
closing-soon =
    Ticket № { $number } is resolved, and we have heard nothing more from you. If all is well, we will close it { $moment }.
    If anything is left, just write here.
status-now-closed =
    Ticket № { $number } is closed. Thank you for writing to us.
    How well did we help?
status-now-closed-unanswered = Ticket № { $number } is closed. If the question is still open, file a new ticket about it.
tickets-merged = Tickets № { $number } and № { $into } are about the same thing, so we merged them. We will go on in № { $into }: the answer will come there, nothing needs to be repeated.
rated = Thank you for rating us { $score } out of 5. To add a few words, reply to this message.
rated-low =
    Thank you for being frank: { $score } out of 5. Our agents will see it. Reply to this message to tell us what went wrong.
    If it is not solved, we will go on in a new ticket.
rating-words-kept = Thank you, our agents have it.
status-now-cancelled = Ticket № { $number } is cancelled.
pace-messages = All your messages are kept. There are many in a row, so the agents get several of them together: nothing gets lost, no need to repeat.
pace-screens = Too many commands in a row. Please wait a few seconds, we will answer the last one.
message-added = Added to ticket № { $number }.
edit-added = The corrected text went to ticket № { $number } as a message of its own.
edit-too-late = It is too late to apply this correction. If it matters, please write it as a new message.
retracted-customer = A support agent took back a message of ticket № { $number }.
header-from-agent = { $name } · № { $number }
header-question = { $name } · № { $number } · waiting for your answer

## A message without the form

ask-which-ticket = Which ticket is this about?
offer-ticket = You have no open tickets now. Create a new one with this message?
offer-ticket-again = Ticket № { $number } has ended. Create a new one with this message that names the old one?
parked-delivered = Passed on to ticket № { $number }.
parked-full = Too many messages are waiting without a ticket, so this one was not kept. Please choose above where the earlier ones belong.
parked-dropped = All right, it was not passed on.
parked-taken-along = Your message is in the new ticket already, a few questions are left.

## My data

privacy =
    <b>Your data</b>
    We keep your name, username and account number in Telegram, your language, your tickets with their order numbers, the messages, photos and files, your ratings, and an e-mail address or a phone number for the answer if you left one. Without them we could neither answer nor find out more if the question comes back.

    Only this shop's support agents see them. Messages and files pass through Telegram's servers and stay there, in your chat with the bot, until you clear it yourself.
privacy-no-end = We keep it until you ask us to delete it.
privacy-retention = { $days ->
    [one] The text, messages and files of a ticket are deleted { $days } day after its end, the rest is kept until you ask us to delete it.
   *[other] The text, messages and files of a ticket are deleted { $days } days after its end, the rest is kept until you ask us to delete it.
}
ask-deletion =
    <b>Delete your data?</b>
    We delete your name and account, the texts and files of your tickets, the messages, and your ratings' words. Only figures stay, for statistics: topic, status, times and scores, without a name or a word. What is deleted can't be brought back.

    It happens in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }: until then you can change your mind.
ask-deletion-open = { $count ->
    [one] You have { $count } unfinished ticket. It will be withdrawn, and its answer will not come.
   *[other] You have { $count } unfinished tickets. They will be withdrawn, and their answers will not come.
}
deletion-planned =
    Your data will be deleted on { $moment }.
    Until then everything works as usual, and you can change your mind: tap “Keep my data”, or send a new ticket, which cancels the deletion.
deletion-waits = Your data will be deleted on { $moment }, as you asked.
deletion-kept = All right, nothing will be deleted.
deletion-none = No deletion is planned: your data stays where it is.
deletion-cancelled-by-ticket = You have sent a new ticket, so the deletion of your data is cancelled: we can't answer without it. You can ask for it again with /privacy.
forgotten = Your data has been deleted, as you asked. The chat with the bot itself can be cleared in Telegram. If you need us again, just write: we begin with a clean slate.
export-begun = We are preparing a file with all that we keep about you. It comes here, usually within a minute.
export-early = You have ordered a file already: it is here, or about to come. The next one can be ordered after { $moment }.
export-failed = We could not make the file with your data: the fault is ours. You can try again.
export-caption = All that we keep about you. Unpack the archive and open index.html; data.json is the same for programs.
export-left-out = { $count ->
    [one] { $count } file is left out: index.html says why.
   *[other] { $count } files are left out: index.html says why.
}
export-file-name = my-data
export-title = Your data
export-made-at = Made: { $moment }
export-profile = Profile
export-name = Name
export-username = Username
export-account = Account number in Telegram
export-language = Language
export-known-since = First message
export-consent = Consent to data processing
export-email = E-mail
export-shop-id = Number in the shop
export-tickets = Tickets
export-no-tickets = There are no tickets.
export-ticket = № { $number } · { $status }
export-filed = Sent: { $moment }
export-order = Order: { $value }
export-reply-to = Answer also to: { $value }
export-rating = Your rating: { $score } out of 5
export-talk = Messages
export-you = You
export-history = History
export-draft = A ticket you have begun
export-parked = Messages that wait for your choice
export-fate-too-big = left out: Telegram gives a bot files of up to 20 MB
export-fate-gone = left out: Telegram has the file no more
export-fate-unavailable = left out: Telegram did not give the file; you can order another copy later
export-fate-no-room = left out: the archive would be larger than the bot can send

## The support group

card-title = <b>№ { $number }</b> · { $status }
card-heading = № { $number } · { $status }
card-topic = { $category } · { $problem }
card-words = { $value }
card-line = { $label }: { $value }
card-line-code = { $label }: <code>{ $value }</code>
card-label-priority = Priority
card-label-promised = Answer promised by
card-label-answer = Time to answer
card-label-resolve-by = Resolve by
card-label-solution = Time to resolve
card-promise-paused = paused while we wait for the customer; { $left } left
card-promise-breached = overdue
card-promise-moved = put off
card-promise-first-breached = the first time was not kept
card-promise-kept = resolved in time
card-promise-late = resolved too late
promise-distance = due
left-hours = { $hours } h { $minutes } min
left-business-hours = { $hours } h { $minutes } min of business time
left-business-days = { $days ->
    [one] { $days } business day and { $hours } h
   *[other] { $days } business days and { $hours } h
}
card-label-order = Order
card-label-shop = The shop says
card-label-items = Items
card-shop-date = placed on { $date }
card-shop-known = the order exists
card-shop-unknown = it does not know this order
card-shop-other = the order belongs to another customer
card-label-customer = Customer
card-label-shop-customer = Customer in the shop
card-label-assignee = Assignee
card-label-attachments = Files
card-label-mail = Answer by mail, too
card-label-call = Call back
card-no-order = not given
card-customer = { $name } ({ $language }), { $earlier ->
    [0] writes for the first time
   *[other] earlier tickets: { $earlier }
}
card-label-tags = Tags
card-merged = Merged with № { $number }: it goes on there.
card-took-in = № { $number } was merged into this one
card-transferred = № { $number } · handed over to “{ $category }”, goes on in its group.
card-unassigned = nobody yet
card-unreachable = The customer blocked the bot: messages will not arrive until they are back.
card-preceded = Continues ticket № { $number }
card-description-title = Description
card-description =
    <b>Description</b>
    { $value }
card-forgotten = № { $number } · data deleted at the customer's request
card-moved = № { $number } · this ticket has a topic of its own now. Assignee: { $name }.
button-open-topic = Open the topic
last-words-title = <b>What was said last</b>
last-words-line = <b>{ $name }:</b> { $text }
last-words-note = <b>{ $name } (note):</b> { $text }
sla-title = <b>№ { $number }</b>
sla-mention = <a href="tg://user?id={ $id }">{ $name }</a>
sla-mention-name = @{ $name }
sla-on-duty = on duty
sla-warning-answer = The first answer is due soon: { $moment } ({ $distance }).
sla-warning-solution = The solution is due soon: { $moment } ({ $distance }).
sla-warning-both = Answer and solution are due soon: { $moment } ({ $distance }).
sla-breach-answer = The first answer is overdue: { $moment } ({ $distance }). The customer is still waiting.
sla-breach-solution = The solution is overdue: { $moment } ({ $distance }). The ticket is not resolved yet.
sla-breach-both = Answer and solution are overdue: { $moment } ({ $distance }). The customer is still waiting.
staff-status-pending = waiting for the customer
staff-help =
    <b>How to answer</b>
    Write in the ticket's topic (in a group without topics: in reply to its card): all of it goes to the customer.
    Begin with <code>//</code>, and it stays a note among agents.

    <b>The ticket</b>
    /take — take it, /release — give it back, /transfer — hand it on
    /pending — waiting for the customer, /resolve — resolved, /close — close it, /reopen — open it again
    /pending Please send a photo — ask a question and wait for the answer
    /priority — its priority, /tag — a tag, /merge — join it with another

    <b>Answers</b>
    /m — ready answers, shown to you before they go out, /macro — your own ones
    /retract — in reply to your own message: take it back from the customer
    /name Name — the name customers see

    <b>To find things</b>
    /queue — what waits for an answer, /find — search, /history — the customer's other tickets, /transcript — the talk as a file

    <b>For supervisors</b>
    /ban and /unban — keep a customer from writing, and let them write again
    /stats — the numbers, /csv — the data, /audit — the log
    /guide — pin the guide

    /check — does the bot have all it needs here, /role — what you may do
    Outside the topic put the number behind the command: /take 482-913

    👌 on your message: the customer has it. ✍ — a note among agents. 👍 on a command: done. Your reaction to a customer's words is shown to them.
staff-no-ticket = It is not clear which ticket this is about, so nothing was sent to a customer. Write in the ticket's topic or in reply to its card.
staff-unknown-command = There is no command { $command }. Nothing was sent to the customer.
staff-stripped = The data of this ticket has been deleted, so nothing was sent to the customer.
staff-topic-left = The customer asked for their data to be deleted, and the bot can't delete this topic: it lacks the right to delete messages. Please delete it by hand.
staff-not-yours = A colleague has this ticket: they or an administrator of the group can release it.
staff-nobodys = Nobody has this ticket anyway.
staff-merged = This ticket was merged into № { $number }: answer the customer there. Nothing was sent from here.
staff-transferred = { $name } hands № { $number } over to <a href="tg://user?id={ $id }">{ $colleague }</a>. Reason: { $reason }
staff-transferred-category = { $name } hands № { $number } over to “{ $category }”. Reason: { $reason }
transfer-usage = Write to whom and why, for example: /transfer Vera end of shift. It can go to: { $targets }. A colleague can be named with @, too, or by answering a message of theirs with the command.
transfer-why = Add the reason, for example: /transfer Vera end of shift. It stays in the ticket's history.
transfer-reason-long = The reason is too long: { $max } characters at most.
transfer-already = The ticket is there already.
transfer-reason-shift = End of shift
transfer-reason-topic = Another topic
transfer-reason-skill = Needs another specialist
merge-usage = Write the command in the duplicate's topic (without topics: in reply to its card) with the number of the ticket that goes on: /merge 482-913.
merge-not-found = There is no ticket with this number in this group.
merge-itself = This is the number of the same ticket.
merge-other-customer = These tickets are of different customers, they can't be merged.
merge-into-ended = That ticket is over, it can't go on there.
tag-usage = Write the tags after the command, for example: /tag damaged -urgent. A minus takes a tag off. Up to { $max } characters a tag, up to { $most } tags a ticket.
tag-refused = This can't be a tag: { $typed }. Letters, digits, “-” and “_” can, up to { $max } characters. No tag was changed.
tag-full = A ticket can't have more than { $most } tags. Take some off first: /tag -word.
tag-same = Nothing to change: these are its tags already.
answers-crossed = { $first } and { $second } answered № { $number } at almost the same time: the customer has both answers.
staff-refused = Not possible: the ticket is “{ $status }” now.
staff-already = It is already “{ $status }”.
priority-usage = Write the priority after the command: /priority urgent, /priority standard or /priority complex.
priority-unknown = There is no priority “{ $typed }”. Write /priority urgent, /priority standard or /priority complex.
priority-already = The priority is already { $priority }.
priority-no-urgent = The category “{ $category }” has no urgent tickets. Standard and complex are possible.
staff-note-too-late = The customer has this message already, it can't become a note. To take it back, reply to it with /retract.
staff-note-stays = This stays a note: the customer does not see it. To answer them, write a new message.
staff-replied-elsewhere = { $name } · answer to the customer, № { $number }
staff-correction = The customer corrected their message:
staff-reopened = The customer came back to ticket № { $number }: it is open again.
staff-closed = Ticket № { $number } is closed.
staff-rated = The customer rates the help with ticket № { $number }: { $score } of 5.
staff-rated-words =
    The customer on ticket № { $number }, { $score } of 5:
    { $comment }
staff-cancelled = The customer withdrew ticket № { $number }.
name-usage = Write the name after the command, for example: /name Mary. Up to { $max } characters.
name-set = Customers now see you as “{ $name }”.
retract-usage = Reply with this command to a message that went to the customer. Notes and the customer's own words can't be taken back.
retract-refused = The message could not be deleted from the customer's chat: Telegram allows it for the first 48 hours only.
retract-already = This message was taken back from the customer already.
retracted-staff = The message is deleted from the customer's chat.
retracted-unsent = The message is taken back: it had not gone to the customer yet.
retracted-stays-in-mail = The customer has got a letter with it already: that one stays.
trouble-held = Not delivered yet: the customer blocked the bot. It goes out as soon as they are back, no need to repeat it.
trouble-given-up = Not delivered: the customer blocked the bot and was not back within 30 days.
trouble-unreachable = Not delivered: the customer blocked the bot or deleted their account.
staff-customer-back = The customer can be reached again (№ { $number }): what waited is going out now.
trouble-maybe-twice = Delivered, but possibly twice: Telegram's answer got lost.
trouble-failed = Not delivered: Telegram refused it. Send it once more, or in another way.
word-resent = Not delivered at first; { $name } sent it once more.
trouble-not-shown = Telegram did not let us show here a part of what the customer sent for ticket № { $number }. It is kept.
trouble-mail-refused = The mail server refused the letter about ticket № { $number } (answer { $code }).
trouble-mail-no-answer = The letter about ticket № { $number } could not be sent: the mail server did not answer.
trouble-mail-off = The letter about ticket № { $number } was not sent: mail is switched off in the settings.
trouble-mail-in-chat = In the Telegram chat everything arrives as usual.
trouble-mail-blocked = The customer has blocked the bot: in the chat everything arrives when they return.
delivered-by-mail = The customer got this answer by mail (№ { $number }).
given-up-agent = This could not be processed: the fault is ours (event { $event }). Nothing was sent to the customer. Please try again or in another way.
given-up-desk = A fault in the bot itself (event { $event }): a ticket's status or card may not have been updated. The log has the details.
given-up-staff = A customer's message could not be processed ({ $name }, event { $event }). It is kept, the customer was told.

## Roles

staff-role =
    { $role ->
        [owner] You are the owner here: you may do everything.
        [supervisor] You are a supervisor here: besides working on tickets you may ban customers, read the log and the numbers, and pin the guide.
       *[agent] You are an agent here: you answer customers and work on tickets. Bans, the log and the numbers are for supervisors, the administrators of the group.
    }

staff-not-allowed = Only supervisors may do this, that is the administrators of the group. /role tells you what you may do.

## Bans

ban-usage = Write for how long and why, for example: /ban 3d insults. How long is 12h (hours), 3d (days), 2w (weeks) or forever. The reason takes up to { $max } characters, only agents see it.
ban-set = The customer can't write to support until { $moment }. If they write, the bot tells them so; the message does not come here and is not kept. You can still answer them, and /unban ends it.
ban-set-forever = The customer can't write to support any more. If they write, the bot tells them so; the message does not come here and is not kept. You can still answer them, and /unban ends it.
ban-lifted = The ban is lifted: the customer can write to support again.
ban-none = This customer can write to support as it is.
ban-stripped = The data of this ticket has been deleted: who filed it is not known any more.
card-banned = Banned until { $moment }
card-banned-forever = Banned for good
banned = You can't write to support just now: the agents have closed this to you until { $moment }. This message does not reach them and is not kept, and neither are the next ones. Your earlier tickets are still at /tickets{ $contacts ->
        [yes] , other ways to reach us at /contacts
       *[no] {""}
    }, your data at /privacy.
banned-forever = You can't write to support through this bot any more: the agents have closed this to you. This message does not reach them and is not kept, and neither are the next ones. Your earlier tickets are still at /tickets{ $contacts ->
        [yes] , other ways to reach us at /contacts
       *[no] {""}
    }, your data at /privacy.
tap-banned = You can write to support after { $moment }.
tap-banned-forever = You can't write to support through this bot any more.

## Ready answers

macro-menu = Ready answers for № { $number }. You see first what the customer will read.
macro-none = There are no ready answers yet. /macro saves one of your own, those for everybody are in the catalogue.
macro-preview =
    The customer will read (№ { $number }):
    <blockquote>{ $text }</blockquote>
macro-shown =
    <b>{ $name } → the customer, № { $number }:</b>
    { $text }
macro-sent = Sent to the customer (№ { $number }).
macro-cancelled = Not sent (№ { $number }).
macro-unknown = There is no ready answer “{ $name }”. /m shows them all.
macro-elsewhere = Ticket № { $number } is in another group now, so nothing was sent to the customer.
macro-ended = Ticket № { $number } is “{ $status }” now, so nothing was sent to the customer.
macro-resolved = Ticket № { $number } was resolved meanwhile, so nothing was sent to the customer. If they need the answer all the same, open it again.
macro-filled-too-long = With everything filled in the answer is longer than { $max } characters, so nothing was sent to the customer. Please make it shorter.
macro-no-name = dear customer
macro-no-order = without a number
macro-own = Your ready answers: { $names }.
macro-usage =
    To save one: /macro save name in reply to your own message, or with the text behind the name, up to { $max } characters. To delete it: /macro delete name.
    Filled in are {"{name}"} (of the customer), {"{number}"} (of the ticket), {"{order}"}, {"{promised}"} (the promised time), {"{agent}"} (your name).
    To use one: /m name; with an exclamation mark behind the name it goes out at once. To see them all: /m.
macro-kept = Done: /m { $name } shows this answer before it is sent.
macro-deleted = The ready answer “{ $name }” is deleted.
macro-bad-name = A name is one word of letters, digits, "-" and "_", up to { $max } characters, for example: /macro save thanks.
macro-empty = Reply with this command to your own message, or write the text behind the name.
macro-too-long =
    { $length ->
        [one] The answer has { $length } character
       *[other] The answer has { $length } characters
    }, and { $max } fit. Please make it shorter.
macro-too-many = You may have { $max } ready answers. Delete one you don't need: /macro delete name.
macro-bad-place = There is nothing to fill in for {"{"}{ $name }{"}"}. Known are { $known }.
tap-macro-gone = This ready answer is no longer there
tap-macro-used = Already sent, cancelled or opened anew
tap-macro-not-yours = Another agent has opened this answer
button-macro-send = Send
button-macro-cancel = Cancel
button-macro-more = More
button-macro-back = Back

## The log

audit-usage = Write a ticket's number or a number of days up to { $max }, for example: /audit 482-913 or /audit 30. Without them it is the last 7 days.
audit-title-days =
    { $days ->
        [one] <b>The log of { $days } day</b>
       *[other] <b>The log of { $days } days</b>
    }
audit-title-ticket = <b>The log of ticket № { $number }</b>
audit-empty = Nothing has happened in this time.
audit-line = { $moment } · { $who }: { $what }
audit-line-ticket = { $moment } · { $who }, № { $number }: { $what }
audit-reason = Reason: { $reason }
audit-who = { $name }, { $role ->
        [owner] owner
        [supervisor] supervisor
       *[agent] agent
    }
audit-customer = the customer
audit-system = the bot
audit-agent-gone = an unknown agent
audit-opened = ticket filed
audit-status = status { $before } → { $after }
audit-assigned = assignee { $before } → { $after }
audit-message-edited = message edited
audit-message-retracted = message taken back
audit-delivery-failed = not delivered
audit-delivery-held = waits until the customer can be reached
audit-mailed = sent by mail
audit-mail-failed = mail not sent
event-priority = priority { $before } → { $after }
event-category = moved: { $before } → { $after }
event-transfer-reason = handed over: { $reason }
event-merged = merged into № { $number }
event-reply =
    { $channel ->
        [email] the customer wants the answer by e-mail, too
       *[call] the customer wants to be called
    }
event-took-in = № { $number } was merged into this one
event-tagged = tags { $before } → { $after }
event-crossed = two answered at once: first { $first }, then { $second }
event-resent = message sent once more
audit-banned = ban of the customer (№ { $number }): { $before } → { $after }
audit-unbanned = ban of the customer (№ { $number }) lifted, it was until { $before }
audit-forever = for good
audit-refused = { $subject } refused
audit-macro-saved = ready answer “{ $subject }”: { $before } → { $after }
audit-macro-deleted = ready answer “{ $subject }” deleted: { $before }
audit-named = name for customers: { $before } → { $after }
audit-guide-pinned = guide pinned

## Setting up

setup-id = This group's id is <code>{ $id }</code>. Write it into the setting STAFF_CHAT_ID and start the bot again.
group-id = This group's id is <code>{ $id }</code>. The bot works in it already.
setup-ready = All is ready: tickets will come here.
setup-not-admin = Make the bot an administrator of the group: else it does not see what agents write.
setup-no-topics-right = Give the bot the right to manage topics: each ticket gets one of its own.
setup-not-forum = Topics are off in this group: tickets come as cards, and you answer in reply to the card. With topics it is handier.
check-there = ✓ { $what }
check-missing = ✗ { $what }
check-admin = The bot is an administrator: it sees what agents write.
check-topics-right = It may manage topics: each ticket gets one of its own.
check-delete-right = It may delete messages: it clears away what is not needed, and what a customer has deleted.
check-pin-right = It may pin messages: the guide stays in view.
check-forum = Topics are on in this group.
check-again = When that is done, check again with /check.
setup-no-delete-right = Give the bot the right to delete messages: else the data of a customer who asked for its deletion has to be cleared away by hand.
setup-no-pin-right = Give the bot the right to pin messages: it pins the guide for agents.
button-pin-guide = Pin the guide
tap-guide-pinned = The guide is pinned
guide-not-pinned = The guide is here, but it could not be pinned: give the bot the right to pin messages and send /guide again, or pin it yourself.
staff-guide =
    <b>The guide for agents</b>

    <b>To answer</b>, write in the ticket's topic; in a group without topics reply to its card. The customer gets everything: text, photos, files, voice messages. Edit a message, and theirs changes, too.
    <b>A note among agents</b> begins with <code>//</code>: the customer does not see it.
    <b>To take a ticket</b>, press Take or send /take. The customer's next messages then notify you.
    <b>To ask and wait</b>, /pending: until the customer answers, the promised time does not press.
    <b>When it is done</b>, /resolve: the customer agrees, or writes again and it is open again.
    <b>A mistake?</b> Reply to your own message with /retract, and it goes from the customer's chat, for the first 48 hours.
    <b>Ready answers</b> are at /m: you see first what the customer will read. /macro saves your own.
    <b>Your name</b> for customers: /name Mary. They never see your account.

    A customer who insults or spams: call a supervisor, who has /ban.
    All commands: /help, the answer comes to your private chat with the bot.
setup-former = Support works in another group now: answers from here do not reach customers. If it is to work here again, write this group's id <code>{ $id }</code> into STAFF_CHAT_ID and start the bot again.
group-moved = Telegram gave this group a new id: <code>{ $id }</code>. Everything goes on here, the cards of unfinished tickets follow one by one. When it suits you, write the new id in place of <code>{ $old }</code> into the settings; until then the bot finds its way by itself.
agent-not-reached = <a href="tg://user?id={ $id }">{ $name }</a>, the bot can't write to you in private yet: open @{ $bot } and press Start. Until then answers come here.
wrong-group =
    This bot works in another group, so it leaves this one. All the best.

    For the owner: if agents are to work here, too, write this group's number, <code>{ $id }</code>, into a category's staffGroup in the catalogue, start the bot again, and then add it once more.

## Lists for agents

list-number = № { $number }
list-head = · { $status } · { $problem }
list-people = { $customer } → { $agent }
customer-nameless = a customer without a name
list-nobody = the customer has deleted their data
button-list-first = To the beginning
button-list-back = ‹ Back
button-list-next = Next ›
button-list-again = Refresh
queue-mine = <b>Your tickets</b>
queue-unassigned = <b>Taken by nobody</b>
queue-breaching = <b>Due soon or overdue</b>
queue-all = <b>All tickets in work</b>
queue-none = Nothing here.
queue-usage = There is no such list. There are /queue mine (yours), /queue unassigned (taken by nobody), /queue breaching (due soon or overdue) and /queue all.
queue-answered = { $priority } · first answer given
queue-paused = { $priority } · answer promised by: { $moment }
queue-left = { $priority } · answer by: { $moment } · { $span } left
queue-late = { $priority } · answer promised by: { $moment } · <b>{ $span } overdue</b>
queue-solution-paused = { $priority } · solution promised by: { $moment }
queue-solution-left = { $priority } · resolve by: { $moment } · { $span } left
queue-solution-late = { $priority } · solution promised by: { $moment } · <b>{ $span } overdue</b>
button-queue-mine = Mine
button-queue-unassigned = Taken by nobody
button-queue-breaching = Due soon
button-queue-all = All
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } d { $hours } h
find-title = Search: <code>{ $typed }</code>
find-none = Nothing was found for <code>{ $typed }</code>. You can search by a ticket's number, an order's number, a customer's name and words of the talk.
find-no-more = Nothing more was found.
find-usage = Write what to find: <code>/find 482-913</code>, <code>/find A-1029</code>, <code>/find Johnson</code>, or words of the talk.
find-too-long = That is too long: a few words are enough, { $max } characters at most.
find-note = Note:
history-title = <b>{ $name }</b>: all tickets, asked from № { $number }
history-title-nobody = All tickets of the customer, asked from № { $number }
history-filed = filed { $filed }
history-ended = filed { $filed }, ended { $ended }
history-rated = rated { $score } of 5
history-stripped = <i>data deleted</i>
history-usage = It is not clear which ticket this is about. Write in the ticket's topic, in reply to its card, or with its number: <code>/history 482-913</code>.
tap-list-old = This list is out of date. Please send the command again

## To whoever runs the group

group-bot-removed = The bot is no longer in the group “{ $title }”: customers' tickets are kept, but there is nowhere to show them. Add the bot again as an administrator, and all that has piled up arrives there by itself.
group-cant-write = The bot may not write in the group “{ $title }”: customers' tickets are kept, but do not get there. Make the bot an administrator, and all that has piled up arrives by itself.
group-not-admin = In the group “{ $title }” the bot is no longer an administrator: it does not see what agents write, and answers do not go out. Make it an administrator again.
group-no-topics-right = In the group “{ $title }” the bot may not manage topics: new tickets arrive as cards in the main chat. Give the bot this right.
group-topics-off = Topics are switched off in the group “{ $title }”: tickets go on right there, answer in reply to a ticket's card or to any message of it. Switch topics on in the group's settings, and each new ticket gets one again.
group-mended = The group “{ $title }”: work goes on, and nothing was lost.

## Mail

mail-code-subject = Confirmation code: { $code }
mail-code = To get the support's answers at this address, too, type the code into the chat with the bot:
mail-code-foot = The code is valid for 15 minutes. If you did not ask for it, just delete this mail: without the code nothing more is sent to this address.
mail-subject = Ticket № { $number }: { $topic }
mail-opened = We have received ticket № { $number }. We will answer by { $moment }.
mail-opened-topic = Problem: { $topic }
mail-opened-order = Order: { $value }
mail-opened-description =
    You wrote:
    { $value }
mail-opened-files = Files attached: { $count }
mail-reply = { $name } answers in ticket № { $number }:
mail-corrected = { $name } has corrected the answer in ticket № { $number }. It now reads:
mail-in-chat-only = A part of the answer does not fit into a mail: see it in the chat.
mail-file-missing = The file “{ $name }” did not fit into this mail: see it in the chat.
mail-resolved = Ticket № { $number } is resolved. If anything is left, write in the chat before { $moment }, and we go on.
mail-closed = Ticket № { $number } is closed. Thank you for writing to us.
mail-foot = To answer, write in the Telegram chat: { $link }. Nobody reads replies to this mail.

## Numbers

numbers-title = Support in numbers
numbers-tickets = New tickets
numbers-resolved = { $count } of them resolved
numbers-kept = Answered as promised
numbers-none-due = no promise is due yet
numbers-of = { $part } of { $whole }
numbers-rating = Average rating
numbers-rated = { $count ->
    [0] no ratings yet
    [one] { $count } rating
   *[other] { $count } ratings
}
numbers-self-help = Helped by a ready answer
numbers-read = { $count ->
    [0] nobody opened one
    [one] of { $count } who opened one
   *[other] of { $count } who opened one
}
numbers-by-day = Tickets by day
numbers-rest = Other categories
numbers-times = How long people waited
numbers-median = half within
numbers-p90 = 9 of 10 within
numbers-first-reply = First response
numbers-resolution = Resolution
numbers-ratings = Customers' ratings
numbers-agents = Agents
numbers-column-tickets = tickets
numbers-column-reply = response
numbers-column-kept = kept
numbers-column-rating = rating
numbers-agents-left = { $count ->
    [one] And { $count } more agent
   *[other] And { $count } more agents
}
numbers-agent-unnamed = Unnamed { $place }
numbers-file-name = support-in-numbers
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min
duration-days = { $days } d
duration-days-hours = { $days } d { $hours } h
report-caption = <b>Support in numbers: { $period }</b>
report-caption-weekly = <b>The week in numbers: { $period }</b>
report-caption-tickets = { $count ->
    [one] { $count } ticket, { $resolved } resolved.
   *[other] { $count } tickets, { $resolved } resolved.
}
report-caption-reply = First response: half of the customers had it within { $median }, nine of ten within { $p90 }.
report-caption-kept = Answered as promised: { $share }.
report-caption-rating = Average rating: { $mean } of 5.
report-caption-no-picture = The picture could not be drawn, so here are the figures alone.
report-caption-csv = { $count ->
    [one] The table, { $period }: { $count } ticket
   *[other] The table, { $period }: { $count } tickets
}
report-caption-transcript = The transcript of ticket no. { $number }. Open the file in a browser. It holds the customer's data and agents' notes: please keep it among yourselves.
report-usage = After { $command } you may write week, month or a number of days up to { $max }, for example { $command } 14.
report-not-allowed = The numbers are for the group's administrators and its owner.
report-anonymous = The report comes in private, and you are writing anonymously. Please send the command as yourself.
report-ask-again = The report comes in private alone. Once you have pressed Start, send the command again.
report-failed = The report could not be made or sent: the fault is ours. Please try again in a few minutes.
report-weekly-lost = The weekly report may not have arrived. /stats brings it.
csv-file-name = tickets
csv-number = Number
csv-created = Created
csv-category = Category
csv-problem = Problem
csv-status = Status
csv-priority = Priority
csv-assignee = Assignee
csv-first-reply = First response, min
csv-resolution = Resolution, min
csv-promised = Answer promised by
csv-kept = Kept
csv-rating = Rating
csv-tags = Tags
csv-yes = yes
csv-no = no
transcript-file-name = ticket
transcript-title = Ticket no. { $number }
transcript-made-at = Made: { $moment }. All times are in the same time zone.
transcript-status = Status
transcript-customer = Customer
transcript-created = Created
transcript-promised = Promised by
transcript-first-reply = First response
transcript-resolved = Resolved
transcript-assignee = Assignee
transcript-rating = Rating
transcript-rating-value = { $score } of 5
transcript-comment = Comment
transcript-description = Description
transcript-talk = Messages and events
transcript-by-customer = the customer
transcript-by-system = automatically
transcript-note = note
transcript-edited = corrected { $moment }
transcript-retracted = Taken back from the customer.
transcript-event-status = Status: { $before } → { $after }
transcript-event-opened = The ticket was filed
transcript-event-assigned = Assignee: { $name }
transcript-event-unassigned = No assignee any more
transcript-event-delivery-failed = A message did not reach the customer
transcript-event-delivery-held = The customer has blocked the bot, a message waits
transcript-event-mailed = The answer was mailed
transcript-event-mail-failed = The mail was not sent
transcript-photo-alt = Photo { $place }
transcript-left-file = The file stays in the ticket's topic.
transcript-left-gone = Telegram does not have the file any more.
transcript-left-too-big = Telegram gives a bot files of up to 20 MB. The file stays in the ticket's topic.
transcript-left-no-room = Left out: the transcript would be larger than what a bot may send.
transcript-left-unavailable = Telegram did not give the file just now. The transcript may be asked for again.
transcript-left-unreadable = This image could not be opened. The file stays in the ticket's topic.
transcript-left-out = { $count ->
    [one] { $count } file was left out; the reason stands beside it.
   *[other] { $count } files were left out; the reasons stand beside them.
}
transcript-empty = Nothing yet.
