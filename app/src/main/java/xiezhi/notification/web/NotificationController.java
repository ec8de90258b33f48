package xiezhi.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xiezhi.notification.application.ReadNotifications;
import xiezhi.notification.application.ReadNotifications.Place;
import xiezhi.notification.domain.Telling;
import xiezhi.shared.web.Cursor;
import xiezhi.shared.web.Page;

@RestController
@Tag(name = "notifications")
class NotificationController {
  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final ReadNotifications notifications;
  private final NotificationStream stream;
  private final JsonMapper json;

  NotificationController(
      ReadNotifications notifications, NotificationStream stream, JsonMapper json) {
    this.notifications = notifications;
    this.stream = stream;
    this.json = json;
  }

  /**
   * @param code what happened, as {@code transfer.arrived}; the client has the sentence
   * @param details what the sentence needs
   * @param link path in the web interface
   */
  record NotificationResponse(
      UUID id,
      Instant at,
      String code,
      Map<String, Object> details,
      @Nullable UUID matter,
      String link,
      boolean read) {}

  /**
   * @param unread how many are unread; 100 stands for 100 and more
   */
  record NotificationsResponse(
      List<NotificationResponse> items, @Nullable String next, int unread) {}

  @GetMapping("/api/notifications")
  @Operation(
      operationId = "listNotifications",
      summary = "What you were told in this body: unread first, then newest first")
  NotificationsResponse listNotifications(
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int most = Page.limit(limit);
    Place place = Cursor.decode(after, 2).map(NotificationController::place).orElse(null);
    Page<NotificationResponse> page =
        Page.of(
                notifications.list(unread, place, most + 1),
                most,
                telling -> Cursor.of(telling.read(), telling.id()))
            .map(this::response);
    return new NotificationsResponse(page.items(), page.next(), notifications.unread());
  }

  private static Place place(Cursor cursor) {
    try {
      return new Place(
          Boolean.parseBoolean(cursor.key().get(0)), UUID.fromString(cursor.key().get(1)));
    } catch (IllegalArgumentException _) {
      throw Cursor.unknown(cursor.encode());
    }
  }

  @PostMapping("/api/notifications/{id}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "readNotification", summary = "Mark as read, for yourself alone")
  void readNotification(@PathVariable UUID id) {
    notifications.read(id);
  }

  /**
   * Written by the request's own (virtual) thread: there is nothing to hand over and nothing left
   * behind.
   */
  @GetMapping(value = "/api/notifications/stream", produces = "text/event-stream")
  @Operation(
      operationId = "streamNotifications",
      summary = "What you are told, as it happens (server-sent events named 'notification')")
  @ApiResponse(
      responseCode = "200",
      description = "Events until the server ends the stream; come back with Last-Event-ID")
  void streamNotifications(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      HttpServletResponse response)
      throws IOException {
    stream.write(response, lastEventId, telling -> json.writeValueAsString(response(telling)));
  }

  private NotificationResponse response(Telling telling) {
    return new NotificationResponse(
        telling.id(),
        telling.at(),
        telling.code(),
        json.readValue(telling.details(), DETAILS),
        telling.matter() == null ? null : telling.matter().value(),
        telling.link(),
        telling.read());
  }
}
