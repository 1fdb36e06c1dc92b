// Segments each report named on the command line with HanLP's organisation, place and quantity recognition; one pass to
// warm up, then the timed ones. Prints characters per second of each pass, a line each.
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.nio.file.*;

public class Hanlp {
  public static void main(String[] args) throws Exception {
    Segment segment = HanLP.newSegment().enableOrganizationRecognize(true).enablePlaceRecognize(true)
        .enableNumberQuantifierRecognize(true).enableOffset(true);
    String[] texts = new String[args.length - 1];
    long characters = 0;
    for (int i = 1; i < args.length; i++) characters += (texts[i - 1] = Files.readString(Path.of(args[i]))).length();
    for (int pass = 0; pass <= Integer.parseInt(args[0]); pass++) {
      long began = System.nanoTime(), terms = 0;
      for (String text : texts) terms += segment.seg(text).size();
      if (pass > 0) System.out.println(Math.round(characters / ((System.nanoTime() - began) / 1e9)) + " " + terms);
    }
  }
}
